package io.modernize.cmdb.inventory.composition;

import io.modernize.cmdb.inventory.application.ExportEngagements;
import io.modernize.cmdb.inventory.application.StoreImportRows;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.env.Environment;

/** Stores imported rows, and exports whole engagements. An upload needs a limit, which the application sets. */
public final class InventoryUseCases implements BeanRegistrar {
    @Override
    public void register(BeanRegistry registry, Environment environment) {
        registry.registerBean(StoreImportRows.class);
        registry.registerBean(ExportEngagements.class);
    }
}
