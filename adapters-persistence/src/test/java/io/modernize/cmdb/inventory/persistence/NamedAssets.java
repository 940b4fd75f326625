package io.modernize.cmdb.inventory.persistence;

import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.application.AssetWorld;
import java.util.List;
import java.util.Set;

/** Assets of Northwind's exit that have a key and a name, and nothing else. */
record NamedAssets(AssetWorld world) {
    AssetId save(String key, String name) {
        world.catalog()
                .save(
                        world.clients().northwindScope(),
                        world.clients().exit(),
                        List.of(new AssetDraft(
                                new AssetKey("test", key),
                                AssetAttributes.named(name).build())));
        return world.relations()
                .resolve(world.clients().northwindScope(), world.clients().exit(), Set.of(key))
                .getOrDefault(key, List.of())
                .getFirst();
    }
}
