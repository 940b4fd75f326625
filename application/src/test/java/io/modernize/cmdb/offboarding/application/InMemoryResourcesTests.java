package io.modernize.cmdb.offboarding.application;

import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TwoClients;

class InMemoryResourcesTests extends ClientAccountResourcesContract {
    private final InMemoryResources resources;

    InMemoryResourcesTests() {
        InMemoryResources resources = new InMemoryResources();
        super(TwoClients.random(), resources);
        this.resources = resources;
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
