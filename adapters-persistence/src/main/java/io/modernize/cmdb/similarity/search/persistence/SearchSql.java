package io.modernize.cmdb.similarity.search.persistence;

import com.pgvector.PGvector;
import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.persistence.AssetTable;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.filter.persistence.AssetFilterSql;
import io.modernize.cmdb.similarity.index.HnswIndex;
import io.modernize.cmdb.similarity.index.SearchProfile;
import io.modernize.cmdb.similarity.search.MinimumScore;
import io.modernize.cmdb.similarity.search.SearchPlan;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex.NearestQuery;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.database.persistence.ScopeParameters;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * The statements of one search. All of them take their candidates from the same conditions on
 * {@code cmdb_asset_embeddings e}, which name the client account, whatever row-level security adds.
 *
 * <p>The expression that an index is made for appears only in the plan that is to use it: the HNSW index has the
 * embedding cast to its dimensions, so that an exact plan, which does not, can never be answered from a graph.
 */
public final class SearchSql {
    /** Hits of an HNSW scan are taken from twice as many, ranked: under a filter the first ones found are not the best. */
    private static final int OVERSAMPLING = 2;

    private static final String VECTOR = ":vector::vector";

    /**
     * As near as the last hit, beyond the hits: so many are looked at by name, and of more those with the least ids. Without
     * a bound PostgreSQL would sort all candidates, where it can keep the nearest.
     */
    private static final int MOST_TIES = 1_000;

    /**
     * All that are as near as the last one belong to it: which of them are hits is decided by their names, and those are looked
     * up of these few only. Among candidates of equal codes, and in a graph, ids decide, half of which follow from keys.
     */
    private static final String NEAREST = " order by distance fetch first (:limit) rows with ties";

    private final NearestQuery query;
    private final String candidates;
    private final MapSqlParameterSource parameters;
    private final UnaryOperator<String> hits;

    private SearchSql(
            NearestQuery query, String candidates, MapSqlParameterSource parameters, UnaryOperator<String> hits) {
        this.query = query;
        this.candidates = candidates;
        this.parameters = parameters;
        this.hits = hits;
    }

    /** Of a search by a vector alone; its rows are read by {@link FoundAssets#ofNearest}. */
    public static SearchSql of(TenantScope scope, NearestQuery query) {
        return of(scope, query, SearchSql::hitsOf);
    }

    /** Of a search by a vector and a text; its rows are read by {@link FoundAssets#ofText}. */
    public static SearchSql of(TenantScope scope, NearestQuery query, TextSql text, MinimumScore minimumScore) {
        SearchSql sql = of(scope, query, text::fusedWith);
        sql.parameters.addValues(text.parameters().getValues()).addValue("greatest_distance", 1 - minimumScore.value());
        return sql;
    }

    private static SearchSql of(TenantScope scope, NearestQuery query, UnaryOperator<String> hits) {
        Candidates candidates = Candidates.of(scope, query.space(), query.filter(), query.excluded());
        MapSqlParameterSource parameters = candidates
                .parameters()
                .addValue("vector", new PGvector(query.vector().toArray()))
                .addValue("limit", query.topK().value());
        return new SearchSql(query, candidates.fromAndWhere(), parameters, hits);
    }

    /**
     * What a search chooses from, in one place: what searches, counts or describes candidates means the same ones.
     *
     * @param fromAndWhere begins with {@code from cmdb_asset_embeddings e}, and names the client account
     */
    public record Candidates(String fromAndWhere, MapSqlParameterSource parameters) {

        /** @param excluded an asset that is no candidate; null for none */
        public static Candidates of(
                TenantScope scope, EmbeddingSpace space, AssetFilter filter, @Nullable AssetId excluded) {
            AssetFilterSql conditions = AssetFilterSql.overEmbeddings(filter);
            MapSqlParameterSource parameters = ScopeParameters.named(scope)
                    .addValues(conditions.parameters())
                    .addValue("space", space.id().value());
            StringBuilder sql = new StringBuilder(" from cmdb_asset_embeddings e"
                    + " where e.client_account_id = :client and e.embedding_space_id = :space");
            if (scope.engagements() instanceof EngagementSelection.Only) {
                sql.append(" and e.engagement_id = any(:engagements)");
            }
            if (excluded != null) {
                sql.append(" and e.asset_id <> :excluded");
                parameters.addValue("excluded", excluded.value());
            }
            return new Candidates(sql.append(conditions.conditions()).toString(), parameters);
        }
    }

    public MapSqlParameterSource parameters() {
        return parameters;
    }

    /** One row: how the client account's vectors are searched, and how many candidates there are, up to a limit. */
    String survey(int candidateLimit) {
        return """
            select v.rerank_count, v.index_name, v.indexed_generation, v.indexed_rows, v.ef_search,
                (select count(*) from (select 1 %s limit %d) counted) as candidates
            from (values (true)) as always (present)
            left join vector_indexes v on v.client_account_id = :client and v.embedding_space_id = :space
            """.formatted(candidates, candidateLimit);
    }

    /**
     * What finds the hits by that plan.
     *
     * @param profile has the index that an approximate plan searches
     * @param tail how an approximate plan searches what its index does not hold
     */
    public String statement(SearchPlan plan, SearchProfile profile, SearchPlan.Quantised tail) {
        return switch (plan) {
            case SearchPlan.Exact() -> exact();
            case SearchPlan.Quantised quantised -> quantised(quantised);
            case SearchPlan.Text text -> throw new IllegalArgumentException("a vector is not searched by " + text);
            case SearchPlan.Approximate approximate -> {
                HnswIndex index = profile.index();
                if (index == null) {
                    throw new IllegalStateException("the client account has no index, and the plan is " + plan);
                }
                yield approximate(approximate, index, tail);
            }
        };
    }

    private String exact() {
        return hits.apply("with nearest as materialized (" + nearestOf(candidates) + ")");
    }

    private String quantised(SearchPlan.Quantised plan) {
        return hits.apply("with coded as materialized (" + coded(candidates, plan.rerankCount())
                + "), nearest as materialized (" + nearestOf(reranked()) + ")");
    }

    /**
     * What the index holds by the index, what was written later by its codes. The settings end with the transaction.
     * Without {@code enable_sort} the planner cannot prefer to sort what the index yields in order.
     */
    private String approximate(SearchPlan.Approximate plan, HnswIndex index, SearchPlan.Quantised tail) {
        String distance = "e.embedding::halfvec(%1$d) <=> %2$s::halfvec(%1$d)"
                .formatted(query.space().dimensions(), VECTOR);
        String graph = "select e.asset_id, " + distance + " as distance, e.content_hash as embedded_hash" + candidates
                + " and e.index_generation <= " + index.generation() + " order by " + distance + " limit "
                + query.topK().value() * OVERSAMPLING;
        return "set local hnsw.ef_search = " + plan.efSearch()
                + "; set local hnsw.iterative_scan = relaxed_order; set local enable_sort = off; "
                + hits.apply("with graph as materialized (" + graph + "), coded as materialized ("
                        + coded(candidates + " and e.index_generation > " + index.generation(), tail.rerankCount())
                        + "), tail as materialized (" + nearestOf(reranked())
                        + "), nearest as materialized (select * from graph union all select * from tail"
                        + NEAREST + ")");
    }

    private static String coded(String candidates, int rerankCount) {
        return "select e.asset_id" + candidates + " order by e.code <~> binary_quantize(" + VECTOR
                + "), e.asset_id limit " + rerankCount;
    }

    private static String reranked() {
        return " from coded join cmdb_asset_embeddings e on e.client_account_id = :client"
                + " and e.asset_id = coded.asset_id and e.embedding_space_id = :space";
    }

    private static String nearestOf(String candidates) {
        return "select * from (select e.asset_id, e.embedding <=> " + VECTOR + "::halfvec as distance,"
                + " e.content_hash as embedded_hash" + candidates + " order by distance, e.asset_id limit :limit + "
                + MOST_TIES + ") as near" + NEAREST;
    }

    /** No minimum score: inside, it would keep an iterative scan from ending, and outside a few rows are nothing. */
    private static String hitsOf(String nearest) {
        return nearest
                + " select 1 - nearest.distance as vector_score, nearest.embedded_hash <> document_hash as stale, "
                + AssetTable.COLUMNS
                + " from nearest join cmdb_assets on client_account_id = :client and id = nearest.asset_id"
                + " order by nearest.distance, " + AssetTable.orderOf("cmdb_assets") + " limit :limit";
    }
}
