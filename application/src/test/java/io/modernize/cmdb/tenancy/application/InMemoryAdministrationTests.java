package io.modernize.cmdb.tenancy.application;

class InMemoryAdministrationTests extends AdministrationContract {
    InMemoryAdministrationTests() {
        InMemoryAdministration administration = new InMemoryAdministration();
        super(AdministeredClients.in(administration), administration, administration, administration, administration);
    }
}
