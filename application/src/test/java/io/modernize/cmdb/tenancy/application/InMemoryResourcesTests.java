package io.modernize.cmdb.tenancy.application;

import io.modernize.cmdb.tenancy.TenantScope;

class InMemoryResourcesTests extends ClientAccountResourcesContract {
    private final InMemoryResources resources = new InMemoryResources();

    @Override
    protected ClientAccountResources resources() {
        return resources;
    }

    @Override
    protected TwoClients newClients() {
        return TwoClients.random();
    }

    @Override
    protected void give(TenantScope scope) {
        resources.give(scope, "index");
    }

    @Override
    protected void whileBusy(Runnable work) {
        resources.busy(true);
        work.run();
        resources.busy(false);
    }
}
