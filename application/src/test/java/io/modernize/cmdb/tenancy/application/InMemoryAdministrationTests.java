package io.modernize.cmdb.tenancy.application;

class InMemoryAdministrationTests extends AdministrationContract {
    private final InMemoryAdministration administration = new InMemoryAdministration();

    @Override
    protected Memberships memberships() {
        return administration;
    }

    @Override
    protected Engagements engagements() {
        return administration;
    }

    @Override
    protected EngagementCatalog catalog() {
        return administration;
    }

    @Override
    protected MembershipDirectory directory() {
        return administration;
    }

    @Override
    protected TwoClients newClients() {
        return AdministeredClients.in(administration);
    }
}
