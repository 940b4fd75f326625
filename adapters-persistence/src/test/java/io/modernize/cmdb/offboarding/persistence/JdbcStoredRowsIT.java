package io.modernize.cmdb.offboarding.persistence;

import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.offboarding.application.StoredRows;
import io.modernize.cmdb.offboarding.application.StoredRowsContract;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TwoClients;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
class JdbcStoredRowsIT extends StoredRowsContract {
    private final AssetCatalog catalog;

    @Autowired
    JdbcStoredRowsIT(TwoClients clients, StoredRows rows, AssetCatalog catalog) {
        super(clients, rows);
        this.catalog = catalog;
    }

    @Override
    protected void fill(TenantScope scope, EngagementId engagementId, int count) {
        catalog.save(
                scope,
                engagementId,
                IntStream.range(0, count)
                        .mapToObj(number -> new AssetDraft(
                                new AssetKey("servicenow", "key-" + number),
                                AssetAttributes.named("server " + number).build()))
                        .toList());
    }

    @Override
    protected String filled() {
        return "cmdb_assets";
    }
}
