package io.modernize.cmdb.similarity.search.persistence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.modernize.cmdb.embedding.EmbeddingSpaceId;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex.NearestQuery;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Keeps the surveys of searches without a filter for some seconds, because each search would count the same again. A
 * plan that was chosen from an old survey is right all the same. It may only be slower.
 */
@Component
@EnableConfigurationProperties(SurveyProperties.class)
class RecentSurveys {
    /** The greatest number of scopes. Each takes some 200 bytes. */
    private static final int MAX_SCOPES = 10_000;

    private final Cache<Scope, Survey> surveys;

    RecentSurveys(SurveyProperties properties) {
        this.surveys = Caffeine.newBuilder()
                .maximumSize(MAX_SCOPES)
                .expireAfterWrite(properties.surveyMaxAge())
                .build();
    }

    Optional<Survey> of(TenantScope scope, NearestQuery query) {
        return isWhole(query) ? Optional.ofNullable(surveys.getIfPresent(Scope.of(scope, query))) : Optional.empty();
    }

    void keep(TenantScope scope, NearestQuery query, Survey survey) {
        if (isWhole(query)) {
            surveys.put(Scope.of(scope, query), survey);
        }
    }

    private static boolean isWhole(NearestQuery query) {
        return query.excluded() == null && query.filter().equals(AssetFilter.none());
    }

    private record Scope(TenantScope scope, EmbeddingSpaceId spaceId) {
        private static Scope of(TenantScope scope, NearestQuery query) {
            return new Scope(scope, query.space().id());
        }
    }
}
