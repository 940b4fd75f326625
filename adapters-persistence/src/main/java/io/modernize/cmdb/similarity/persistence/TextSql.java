package io.modernize.cmdb.similarity.persistence;

import io.modernize.cmdb.inventory.persistence.AssetRow;
import io.modernize.cmdb.similarity.AssetFilter;
import io.modernize.cmdb.similarity.NumberRange;
import io.modernize.cmdb.similarity.ReciprocalRankFusion;
import io.modernize.cmdb.similarity.application.TextIndex.TextQuery;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.persistence.ScopeParameters;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The statements of a search by text, around the database's function {@code search_asset_texts}: what a user typed travels
 * as a parameter, and becomes a query there.
 */
final class TextSql {
    /** How many matches the function ranks; one more stands for at least as many. The constant of the same name there. */
    static final int MOST_MATCHES = 1_000;

    private static final String ASSET = AssetRow.columnsOf("cmdb_assets");

    private static final String WORDS = """
        case when :highlights then matched_words(:text, concat_ws(' ', name, host_name, fqdn, serial_number, asset_tag,
            array_to_string(addresses, ' '), ci_class, environment, os_name, os_version, location, owner, support_group,
            array_to_string(tags, ' '), relations, description)) end as words,
        """;

    private final TextQuery query;
    private final String call;
    private final MapSqlParameterSource parameters;

    private TextSql(TextQuery query, String call, MapSqlParameterSource parameters) {
        this.query = query;
        this.call = call;
        this.parameters = parameters;
    }

    static TextSql of(TenantScope scope, TextQuery query) {
        AssetFilter filter = query.filter();
        MapSqlParameterSource parameters = new MapSqlParameterSource()
                .addValue("client", scope.clientAccountId().value())
                .addValue("text", query.text().value())
                .addValue("highlights", query.highlights())
                .addValue("text_engagements", ScopeParameters.engagementIds(scope))
                .addValue("text_ci_classes", texts(filter.ciClasses()))
                .addValue("text_environments", texts(filter.environments()))
                .addValue(
                        "text_os_families",
                        texts(filter.osFamilies().stream().map(Enum::name).toList()))
                .addValue("text_locations", texts(filter.locations()))
                .addValue("text_statuses", texts(filter.statuses()))
                .addValue("text_support_groups", texts(filter.supportGroups()))
                .addValue("text_tags", texts(filter.tags()))
                .addValue(
                        "text_attributes",
                        filter.sourceAttributes().isEmpty()
                                ? null
                                : JsonMapper.shared().writeValueAsString(filter.sourceAttributes()))
                .addValue(
                        "text_excluded",
                        query.excluded() == null ? null : query.excluded().value())
                .addValue("text_limit", query.topK().value());
        String call = "search_asset_texts(:text, :text_engagements::uuid[], :text_ci_classes::text[],"
                + " :text_environments::text[], :text_os_families::text[], :text_locations::text[],"
                + " :text_statuses::text[], :text_support_groups::text[], :text_tags::text[], :text_attributes::jsonb, "
                + range(parameters, "text_cpu_count", filter.cpuCount()) + ", "
                + range(parameters, "text_memory_mb", filter.memoryMb()) + ", "
                + range(parameters, "text_storage_gb", filter.storageGb()) + ", :text_excluded::uuid, %d)";
        return new TextSql(query, call, parameters);
    }

    private static String @Nullable [] texts(Collection<String> values) {
        return values.isEmpty() ? null : values.toArray(String[]::new);
    }

    private static String range(MapSqlParameterSource parameters, String name, NumberRange range) {
        if (range.min() == null && range.max() == null) {
            return "null";
        }
        parameters.addValue(name + "_min", range.min()).addValue(name + "_max", range.max());
        return "numrange(:" + name + "_min::numeric, :" + name + "_max::numeric, '[]')";
    }

    MapSqlParameterSource parameters() {
        return parameters;
    }

    /** The ids of all that the text matches, one more than {@link #MOST_MATCHES} where there are more. */
    String matchingIds() {
        return "select asset_id from " + call.formatted(MOST_MATCHES + 1);
    }

    /** What finds the hits by the text alone. */
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
        return nearest + ", " + ranked(ReciprocalRankFusion.depth(query.topK()).value())
                + """
                , near as (
                    select asset_id, distance, row_number() over (order by distance, asset_id)::integer as rank from nearest
                    where distance <= :greatest_distance),
                worded as (
                    select * from matching
                    where identifier > 0 or score >= %3$s * (select max(score) from matching)),
                fused as materialized (
                    select coalesce(near.asset_id, worded.asset_id) as asset_id, near.rank as vector_rank,
                        worded.rank as text_rank, worded.score as text_score,
                        coalesce(worded.identifier, 0) as identifier,
                        coalesce(1.0 / (%1$d + near.rank), 0) + coalesce(%2$s / (%1$d + worded.rank), 0) as score
                    from near full join worded on worded.asset_id = near.asset_id
                    order by 5 desc, 6 desc, 1 limit :text_limit)
                select fused.score, fused.text_score, fused.text_rank, fused.identifier,
                    (select coalesce(max(matches), 0) from matching) as matches, (select count(*) from nearest) as nearest,
                    fused.vector_rank, 1 - (e.embedding <=> :vector::vector::halfvec) as vector_score,
                    e.content_hash is distinct from document_hash as stale,
                """.formatted(
                                ReciprocalRankFusion.K,
                                ReciprocalRankFusion.TEXT_WEIGHT,
                                ReciprocalRankFusion.LEAST_SHARE_OF_BEST)
                + WORDS
                + ASSET
                + """
                 from (values (true)) as always (present)
                 left join (fused
                    join cmdb_assets on cmdb_assets.client_account_id = :client and cmdb_assets.id = fused.asset_id
                    left join cmdb_asset_embeddings e on e.client_account_id = :client and e.asset_id = fused.asset_id
                        and e.embedding_space_id = :space) on true
                 order by fused.identifier desc, fused.score desc, fused.asset_id
                """;
    }

    /** The limit is what the function keeps to; it tells the planner, too, that few rows are joined. */
    private String ranked(int depth) {
        return "matching as materialized (select asset_id, score, identifier, matches,"
                + " (row_number() over (order by identifier desc, score desc, asset_id))::integer as rank from "
                + call.formatted(depth) + " limit " + depth + ")";
    }
}
