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
 * The statements of one search. All of them take their candidates from the same conditions on {@code
 * cmdb_asset_embeddings e}. The conditions name the client account, whatever row-level security adds.
 *
 * <p>The expression of an index appears only in the plan that uses the index. The HNSW index has the embedding cast to
 * its dimensions. An exact plan does not, so it can never be answered from a graph.
 */
public final class SearchSql {
    /**
     * The factor of hits that an HNSW scan returns before ranking. Under a filter, the first hits that it finds are not
     * the best.
     */
    private static final int OVERSAMPLING = 2;

    private static final String VECTOR = ":vector::vector";

    /**
     * The greatest number of assets that are as near as the last hit. So many are compared by name, and of more those
     * with the least ids. Without a bound, PostgreSQL would sort all candidates instead of keeping the nearest.
     */
    private static final int MOST_TIES = 1_000;

    /**
     * The nearest candidates. All that are as near as the last one belong to them. Their names decide which of them are
     * hits, and names are read for these few only. Among candidates of equal codes, and in a graph, ids decide; half of
     * an id follows from the key.
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

    /** The statements of a search by a vector alone. {@link FoundAssets#ofNearest} reads their rows. */
    public static SearchSql of(TenantScope scope, NearestQuery query) {
        return of(scope, query, SearchSql::hitsOf);
    }

    /** The statements of a search by a vector and a text. {@link FoundAssets#ofText} reads their rows. */
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
     * The candidates of a search, in one place, so that searching, counting and describing mean the same ones.
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

    /**
     * The statement of a survey. Its row has the search profile of the client account and the number of candidates, up
     * to a limit.
     */
    String survey(int candidateLimit) {
        return """
            select v.rerank_count, v.index_name, v.indexed_generation, v.indexed_rows, v.ef_search,
                (select count(*) from (select 1 %s limit %d) counted) as candidates
            from (values (true)) as always (present)
            left join vector_indexes v on v.client_account_id = :client and v.embedding_space_id = :space
            """.formatted(candidates, candidateLimit);
    }

    /**
     * The statement that finds the hits by that plan.
     *
     * @param profile the profile with the index that an approximate plan searches
     * @param tail the way in which an approximate plan searches the rows that its index does not have
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
     * Searches the index, and by their codes the rows that were written later. The settings end with the transaction.
     * Without {@code enable_sort}, the planner cannot prefer to sort what the index returns in order.
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

    /**
     * Reads the hits. It has no minimum score: inside, a minimum would keep an iterative scan from ending, and outside,
     * a few rows cost nothing.
     */
    private static String hitsOf(String nearest) {
        return nearest
                + " select 1 - nearest.distance as vector_score, nearest.embedded_hash <> document_hash as stale, "
                + AssetTable.COLUMNS
                + " from nearest join cmdb_assets on client_account_id = :client and id = nearest.asset_id"
                + " order by nearest.distance, " + AssetTable.orderOf("cmdb_assets") + " limit :limit";
    }
}
