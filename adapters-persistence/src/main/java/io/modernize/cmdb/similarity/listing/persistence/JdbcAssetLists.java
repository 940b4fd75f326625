package io.modernize.cmdb.similarity.listing.persistence;

import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.persistence.AssetTable;
import io.modernize.cmdb.similarity.filter.AssetSelection;
import io.modernize.cmdb.similarity.filter.CandidateCount;
import io.modernize.cmdb.similarity.filter.Facets;
import io.modernize.cmdb.similarity.filter.persistence.AssetSelectionSql;
import io.modernize.cmdb.similarity.listing.application.AssetListQuery;
import io.modernize.cmdb.similarity.listing.application.AssetLists;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.Page;
import io.modernize.cmdb.tenancy.database.persistence.JdbcTenantTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads lists of {@code cmdb_assets}. Each answer is one statement in one round trip. */
@Component
class JdbcAssetLists implements AssetLists {
    private final JdbcTenantTransactions transactions;
    private final JdbcAssetFacets facets;

    JdbcAssetLists(JdbcTenantTransactions transactions, JdbcAssetFacets facets) {
        this.transactions = transactions;
        this.facets = facets;
    }

    @Override
    public Page<Asset> page(AssetListQuery query) {
        return query.page(most -> read(query.withLimit(most)));
    }

    private List<Asset> read(AssetListQuery query) {
        AssetPageSql sql = AssetPageSql.of(query);
        return transactions.queryInScope(query.scope(), sql.statement(), sql.parameters(), JdbcAssetLists::assets);
    }

    private static List<Asset> assets(ResultSet rows) throws SQLException {
        List<Asset> assets = new ArrayList<>();
        while (rows.next()) {
            assets.add(AssetTable.toDomain(rows));
        }
        return assets;
    }

    @Override
    public CandidateCount count(TenantScope scope, AssetSelection selection, int limit) {
        AssetSelectionSql sql = AssetSelectionSql.of(scope, selection);
        long counted = transactions.queryInScope(
                scope,
                "select count(*) from (select 1 from cmdb_assets a where " + sql.conditions()
                        + " limit :count_limit) counted",
                sql.parameters().addValue("count_limit", limit + 1),
                rows -> {
                    rows.next();
                    return rows.getLong(1);
                });
        return counted > limit ? CandidateCount.atLeast(limit) : CandidateCount.exactly(counted);
    }

    @Override
    public Facets facets(TenantScope scope, AssetSelection selection) {
        AssetSelectionSql sql = AssetSelectionSql.of(scope, selection);
        return facets.ofAssets(scope, sql);
    }
}
