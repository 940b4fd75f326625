package io.modernize.cmdb.inventory.persistence;

import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.inventory.application.AssetRelations;
import io.modernize.cmdb.tenancy.application.TwoClients;
import java.util.List;
import java.util.Set;

/** Assets of Northwind's exit that have a key and a name, and nothing else. */
record NamedAssets(AssetCatalog catalog, AssetRelations relations, TwoClients clients) {
    AssetId save(String key, String name) {
        catalog.save(
                clients.northwindScope(),
                clients.exit(),
                List.of(new AssetDraft(
                        new AssetKey("test", key), AssetAttributes.named(name).build())));
        return relations
                .resolve(clients.northwindScope(), clients.exit(), Set.of(key))
                .getOrDefault(key, List.of())
                .getFirst();
    }
}
