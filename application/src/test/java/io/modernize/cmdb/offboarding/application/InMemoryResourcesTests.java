package io.modernize.cmdb.offboarding.application;

import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TwoClients;

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
