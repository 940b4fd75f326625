package io.modernize.cmdb.tenancy.application;

class InMemoryEngagementLocksTests extends EngagementLocksContract {
    private final InMemoryEngagementLocks locks = new InMemoryEngagementLocks();

    @Override
    protected EngagementLocks locks() {
        return locks;
    }
}
