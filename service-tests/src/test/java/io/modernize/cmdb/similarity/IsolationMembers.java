package io.modernize.cmdb.similarity;

import io.modernize.cmdb.Cast;
import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.Membership;
import io.modernize.cmdb.tenancy.Role;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import java.util.Set;

/** Who asks in the tests of isolation. */
record IsolationMembers(ClientAccountRegistry registry, Cast cast) {
    /**
     * An agent of each client account, one identity that belongs to both, a viewer of Northwind, and a member of one
     * engagement of Northwind's.
     */
    void grant(ClientAccount northwind, ClientAccount harbor, Engagement alpha, Role ofAlpha) {
        grant("0001", "a1", northwind, Role.AGENT, new EngagementSelection.All());
        grant("0002", "a2", harbor, Role.AGENT, new EngagementSelection.All());
        grant("0001", "c1", northwind, ofAlpha, new EngagementSelection.Only(Set.of(alpha.id())));
        grant("0001", "d1", northwind, Role.VIEWER, new EngagementSelection.All());
        grant("0009", "e1", northwind, Role.ANALYST, new EngagementSelection.All());
        grant("0009", "e1", harbor, Role.ANALYST, new EngagementSelection.All());
    }

    private void grant(
            String directory, String object, ClientAccount account, Role role, EngagementSelection engagements) {
        registry.saveMembership(new Membership(cast.identity(directory, object), account.id(), role, engagements));
    }
}
