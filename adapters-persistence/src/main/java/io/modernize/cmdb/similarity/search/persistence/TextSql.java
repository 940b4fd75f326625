package io.modernize.cmdb.similarity.search.persistence;

import io.modernize.cmdb.inventory.AssetAttribute;
import io.modernize.cmdb.inventory.persistence.AssetTable;
import io.modernize.cmdb.similarity.filter.persistence.AssetFilterSql;
import io.modernize.cmdb.similarity.search.AssetField;
import io.modernize.cmdb.similarity.search.ReciprocalRankFusion;
import io.modernize.cmdb.similarity.search.application.TextIndex.TextQuery;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.database.persistence.ScopeParameters;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * The statements of a search by text, around the database's function {@code search_asset_texts}: what a user typed travels
 * as a parameter, and becomes a query there.
 */
public final class TextSql {
    /** How many matches the function ranks; one more stands for at least as many. The constant of the same name there. */
    public static final int MOST_MATCHES = 1_000;

    private static final String ASSET = AssetTable.columnsOf("cmdb_assets");

    /** What decides where a search makes no difference. */
    private static final String ORDER = AssetTable.orderOf("cmdb_assets");

    /** The same, to be carried along under names that no column has. */
    private static final String ORDERED_BY = "name collate \"C\" as named, source_system collate \"C\" as source,"
            + " external_key collate \"C\" as key";

    private static final String WORDS = Stream.of(AssetField.values())
            .filter(AssetField::hasWords)
            .flatMap(TextSql::texts)
            .collect(Collectors.joining(
                    ", ",
                    "case when :highlights then matched_words((select question_lexemes(:text)), concat_ws(' ', ",
                    ")) end as words, "));

    private static final String CALL = "search_asset_texts(query_text => :text, depth => %d, engagements =>"
            + " :text_engagements::uuid[], filter => :text_filter::jsonb, excluded => :text_excluded::uuid)";

    private final TextQuery query;
    private final MapSqlParameterSource parameters;

    private TextSql(TextQuery query, MapSqlParameterSource parameters) {
        this.query = query;
        this.parameters = parameters;
    }

    public static TextSql of(TenantScope scope, TextQuery query) {
        MapSqlParameterSource parameters = new MapSqlParameterSource()
                .addValue("client", scope.clientAccountId().value())
                .addValue("text", query.text().value())
                .addValue("highlights", query.highlights())
                .addValue("text_engagements", ScopeParameters.engagementIds(scope))
                .addValue("text_filter", AssetFilterSql.argument(query.filter()))
                .addValue(
                        "text_excluded",
                        query.excluded() == null ? null : query.excluded().value())
                .addValue("text_limit", query.topK().value());
        return new TextSql(query, parameters);
    }

    private static Stream<String> texts(AssetField field) {
        Stream<String> columns = field == AssetField.RELATIONS
                ? Stream.of("relations")
                : field.attributes().stream().map(AssetAttribute::column);
        return columns.map(column -> "searched_text(" + column + ")");
    }

    public MapSqlParameterSource parameters() {
        return parameters;
    }

    /** The ids of all that the text matches, one more than {@link #MOST_MATCHES} where there are more; {@code matches} as there. */
    public String matchingIds() {
        return "select asset_id, matches from " + CALL.formatted(MOST_MATCHES + 1);
    }

    /** The statement that finds the hits by the text alone. */
    String matching() {
        return "with " + ranked(query.topK().value()) + """
             select matching.score, matching.score as text_score, matching.rank as text_rank, matching.identifier,
                matching.matches, 0 as nearest, null::integer as vector_rank, null::float8 as vector_score,
                e.content_hash is distinct from document_hash as stale,
            """ + WORDS + ASSET + """
             from matching
             join cmdb_assets on cmdb_assets.client_account_id = :client and cmdb_assets.id = matching.asset_id
             left join cmdb_asset_embeddings e on e.client_account_id = :client and e.asset_id = matching.asset_id
                and e.embedding_space_id = (select id from embedding_spaces where active)
             order by matching.rank
            """;
    }

    /**
     * What finds the hits by the text and by the vector: the query {@code nearest} is there already. Where all that is near
     * is below the minimum, and there are no hits, there is a row without an asset that has the counts.
     *
     * @param nearest a {@code with} clause; its {@code distance} is the cosine distance to the parameter {@code vector}
     */
    String fusedWith(String nearest) {
        int depth = ReciprocalRankFusion.depth(query.topK()).value();
        return nearest + ", " + ranked(depth)
                + """
                , near as (
                    select * from (
                        select nearest.asset_id, %4$s,
                            row_number() over (order by nearest.distance, %5$s)::integer as rank
                        from nearest
                        join cmdb_assets on cmdb_assets.client_account_id = :client and cmdb_assets.id = nearest.asset_id
                        where nearest.distance <= :greatest_distance) as near
                    where rank <= %6$d),
                worded as (
                    select * from matching
                    where identifier > 0 or score >= %3$s * (select max(score) from matching)),
                fused as materialized (
                    select coalesce(near.asset_id, worded.asset_id) as asset_id, near.rank as vector_rank,
                        worded.rank as text_rank, worded.score as text_score,
                        coalesce(worded.identifier, 0) as identifier,
                        coalesce(1.0 / (%1$d + near.rank), 0) + coalesce(%2$s / (%1$d + worded.rank), 0) as score
                    from near full join worded on worded.asset_id = near.asset_id
                    order by 5 desc, 6 desc, coalesce(near.named, worded.named), coalesce(near.source, worded.source),
                        coalesce(near.key, worded.key), 1 limit :text_limit)
                select fused.score, fused.text_score, fused.text_rank, fused.identifier,
                    (select coalesce(max(matches), 0) from matching) as matches, (select count(*) from nearest) as nearest,
                    fused.vector_rank, 1 - (e.embedding <=> :vector::vector::halfvec) as vector_score,
                    e.content_hash is distinct from document_hash as stale,
                """.formatted(
                                ReciprocalRankFusion.K,
                                ReciprocalRankFusion.TEXT_WEIGHT,
                                ReciprocalRankFusion.LEAST_SHARE_OF_BEST,
                                ORDERED_BY,
                                ORDER,
                                depth)
                + WORDS
                + ASSET
                + """
                 from (values (true)) as always (present)
                 left join (fused
                    join cmdb_assets on cmdb_assets.client_account_id = :client and cmdb_assets.id = fused.asset_id
                    left join cmdb_asset_embeddings e on e.client_account_id = :client and e.asset_id = fused.asset_id
                        and e.embedding_space_id = :space) on true
                 order by fused.identifier desc, fused.score desc,
                """
                + ORDER;
    }

    /** The function returns all that rank like the last one, too: which of them are in is decided by their names. */
    private String ranked(int depth) {
        return """
            matching as materialized (
                select * from (
                    select found.asset_id, found.score, found.identifier, found.matches, %1$s,
                        row_number() over (order by found.identifier desc, found.score desc, %2$s)::integer as rank
                    from %3$s as found
                    join cmdb_assets on cmdb_assets.client_account_id = :client and cmdb_assets.id = found.asset_id)
                    as ranked
                where rank <= %4$d)
            """.formatted(ORDERED_BY, ORDER, CALL.formatted(depth), depth);
    }
}
