package io.modernize.cmdb.similarity.listing.persistence;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.inventory.AssetAttribute;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.filter.CandidateCount;
import io.modernize.cmdb.similarity.filter.Facets;
import io.modernize.cmdb.similarity.filter.Facets.Facet;
import io.modernize.cmdb.similarity.filter.Facets.Field;
import io.modernize.cmdb.similarity.filter.Facets.Value;
import io.modernize.cmdb.similarity.filter.persistence.AssetSelectionSql;
import io.modernize.cmdb.similarity.listing.application.AssetFacets;
import io.modernize.cmdb.similarity.search.QueryText;
import io.modernize.cmdb.similarity.search.TopK;
import io.modernize.cmdb.similarity.search.application.TextIndex.TextQuery;
import io.modernize.cmdb.similarity.search.persistence.SearchSql;
import io.modernize.cmdb.similarity.search.persistence.TextSql;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.database.persistence.JdbcTenantTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Component;

/** Counts the values of {@code cmdb_assets}, in one statement over a limited number of assets. */
@Component
class JdbcAssetFacets implements AssetFacets {
    private static final String COLUMNS =
            Stream.of(Field.values()).map(field -> field.attribute().column()).collect(Collectors.joining(", "));

    private final JdbcTenantTransactions transactions;

    JdbcAssetFacets(JdbcTenantTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Facets ofCandidates(
            TenantScope scope, EmbeddingSpace space, AssetFilter filter, @Nullable AssetId excluded) {
        SearchSql.Candidates candidates = SearchSql.Candidates.of(scope, space, filter, excluded);
        String ids =
                "select e.asset_id, 0 as matches" + candidates.fromAndWhere() + " limit " + (Facets.MAX_ASSETS + 1);
        return count(scope, ids, candidates.parameters(), Facets.MAX_ASSETS);
    }

    @Override
    public Facets ofMatches(TenantScope scope, QueryText text, AssetFilter filter, @Nullable AssetId excluded) {
        TextSql sql = TextSql.of(scope, new TextQuery(text, new TopK(TopK.MAX), filter, excluded, false));
        return count(scope, sql.matchingIds(), sql.parameters(), TextSql.MOST_MATCHES);
    }

    /** Counts the values of selected assets, embedded or not. */
    Facets ofAssets(TenantScope scope, AssetSelectionSql selection) {
        String ids = "select a.id as asset_id, 0 as matches from cmdb_assets a where " + selection.conditions()
                + " limit " + (Facets.MAX_ASSETS + 1);
        return count(scope, ids, selection.parameters(), Facets.MAX_ASSETS);
    }

    private Facets count(TenantScope scope, String ids, MapSqlParameterSource parameters, int most) {
        String statement = "with chosen as materialized (" + ids + "), looked_at as materialized ("
                + "select " + COLUMNS + " from chosen"
                + " join cmdb_assets a on a.client_account_id = :client and a.id = chosen.asset_id limit " + most + ")"
                + " select null as field, null as value, count(*) as assets,"
                // Negative where the search by words left some out.
                + " coalesce(min(matches), 0) < 0 as some_left_out from chosen union all "
                + Stream.of(Field.values()).map(JdbcAssetFacets::counted).collect(Collectors.joining(" union all "));
        return transactions.inScope(scope, statement, parameters, row -> read(row, most), Function.identity());
    }

    private static String counted(Field field) {
        String column = field.attribute().column();
        boolean isList = field.attribute().kind() == AssetAttribute.Kind.TEXTS;
        String values = isList ? "one from looked_at, unnest(" + column + ") as one" : column + " from looked_at";
        // As filters compare them.
        String sameness = isList ? "value" : "lower(value)";
        return "(select '" + field + "', min(value), count(*), false from (select " + values
                + ") as valued (value) where value is not null group by " + sameness
                + " order by 3 desc, 2 limit " + Facets.MAX_VALUES + ")";
    }

    private static Facets read(ResultSet row, int most) throws SQLException {
        CandidateCount assets = CandidateCount.exactly(0);
        Map<Field, List<Value>> values = new EnumMap<>(Field.class);
        while (row.next()) {
            String field = row.getString("field");
            long count = row.getLong("assets");
            if (field == null) {
                assets = count <= most && !row.getBoolean("some_left_out")
                        ? CandidateCount.exactly(count)
                        : CandidateCount.atLeast(Math.min(count, most));
            } else {
                values.computeIfAbsent(Field.valueOf(field), first -> new ArrayList<>())
                        .add(new Value(row.getString("value"), count));
            }
        }
        return new Facets(
                Stream.of(Field.values())
                        .map(field -> new Facet(field, values.getOrDefault(field, List.of())))
                        .toList(),
                assets);
    }
}
