package io.modernize.cmdb.tenancy.gate;

import io.modernize.cmdb.Cast;
import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.Membership;
import io.modernize.cmdb.tenancy.Role;
import io.modernize.cmdb.tenancy.Slug;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;

/** Client accounts with an administrator each, who are of a test's cast. */
final class GateEstate {
    private GateEstate() {}

    static Engagement northwind(ClientAccountRegistry registry, Cast cast) {
        return administered(registry, cast, "northwind", "0001", "a1");
    }

    static Engagement harbor(ClientAccountRegistry registry, Cast cast) {
        return administered(registry, cast, "harbor", "0002", "a2");
    }

    /** Administered by the consultant. */
    static Engagement third(ClientAccountRegistry registry, Cast cast) {
        return administered(registry, cast, "third", "0009", "e1");
    }

    private static Engagement administered(
            ClientAccountRegistry registry, Cast cast, String slug, String directory, String object) {
        ClientAccount account = registry.ensureClientAccount(cast.slug(slug), slug);
        Engagement engagement = registry.ensureEngagement(account.id(), new Slug("exit"), "exit");
        registry.saveMembership(new Membership(
                cast.identity(directory, object), account.id(), Role.ADMINISTRATOR, new EngagementSelection.All()));
        return engagement;
    }
}
