package io.modernize.cmdb.inventory.persistence;

import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.application.SourceAttributes;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.database.persistence.TenantJdbc;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads the column {@code source_attributes} of {@code cmdb_assets}, in one statement for all assets. */
@Component
class JdbcSourceAttributes implements SourceAttributes {
    private final TenantJdbc jdbc;

    JdbcSourceAttributes(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<AssetId, SortedMap<String, String>> of(TenantScope scope, Collection<AssetId> assets) {
        if (assets.isEmpty()) {
            return Map.of();
        }
        Map<AssetId, SortedMap<String, String>> attributes = new HashMap<>();
        jdbc.runInScope(
                scope,
                () -> jdbc.sql(scope, """
                    select id, source_attributes from cmdb_assets
                    where client_account_id = :client and id = any(:assets)
                      and (:allEngagements or engagement_id = any(:engagements))
                    """)
                        .param("assets", assets.stream().map(AssetId::value).toArray(UUID[]::new))
                        .query(row -> {
                            attributes.put(
                                    new AssetId(row.getObject("id", UUID.class)),
                                    SourceAttributesJson.read(row.getString("source_attributes")));
                        }));
        return attributes;
    }
}
