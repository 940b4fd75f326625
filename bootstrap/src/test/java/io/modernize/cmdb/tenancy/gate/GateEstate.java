package io.modernize.cmdb.tenancy.gate;

import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.Membership;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.Role;
import io.modernize.cmdb.tenancy.Slug;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import java.util.UUID;

/** Two client accounts with an administrator each, who are identities of the profile "isolation". */
final class GateEstate {
    private static final String ID = "5f0c6f0e-%s-4000-8000-0000000000%s";

    private GateEstate() {}

    static Engagement northwind(ClientAccountRegistry registry) {
        return administered(registry, "northwind", "0001", "a1");
    }

    static Engagement harbor(ClientAccountRegistry registry) {
        return administered(registry, "harbor", "0002", "a2");
    }

    private static Engagement administered(
            ClientAccountRegistry registry, String slug, String directory, String object) {
        ClientAccount account = registry.ensureClientAccount(new Slug(slug), slug);
        Engagement engagement = registry.ensureEngagement(account.id(), new Slug("exit"), "exit");
        registry.saveMembership(new Membership(
                new PrincipalIdentity(
                        UUID.fromString(ID.formatted(directory, directory.substring(2))),
                        UUID.fromString(ID.formatted(directory, object))),
                account.id(),
                Role.ADMINISTRATOR,
                new EngagementSelection.All()));
        return engagement;
    }
}
