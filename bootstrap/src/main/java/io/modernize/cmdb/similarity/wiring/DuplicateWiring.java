package io.modernize.cmdb.similarity.wiring;

import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.embedding.spaces.application.EmbeddingSpaces;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.similarity.duplicates.DuplicatePolicy;
import io.modernize.cmdb.similarity.duplicates.application.DuplicateGroups;
import io.modernize.cmdb.similarity.duplicates.application.DuplicateScans;
import io.modernize.cmdb.similarity.duplicates.application.FindDuplicates;
import io.modernize.cmdb.similarity.duplicates.application.ReviewDuplicates;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DuplicateWiring {
    @Bean
    FindDuplicates findDuplicates(
            AssetCatalog catalog,
            EmbeddingSpaces spaces,
            EmbeddingStore store,
            EmbeddingIndex index,
            DuplicateScans scans,
            TenantTransactions transactions) {
        return new FindDuplicates(
                catalog, spaces, store, index, scans, new DuplicatePolicy(), transactions, Clock.systemUTC());
    }

    @Bean
    ReviewDuplicates reviewDuplicates(DuplicateGroups groups) {
        return new ReviewDuplicates(groups, Clock.systemUTC());
    }
}
