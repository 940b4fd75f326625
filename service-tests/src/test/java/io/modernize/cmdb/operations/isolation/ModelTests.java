package io.modernize.cmdb.operations.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.operations.isolation.Estate.Client;
import io.modernize.cmdb.operations.isolation.Model.Actor;
import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.Role;
import io.modernize.cmdb.tenancy.Slug;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ModelTests {
    private final Client aster = client("aster");
    private final Client birch = client("birch");
    private final Model model = new Model(List.of(aster, birch));
    private final Actor administrator = actor(Role.ADMINISTRATOR);
    private final Actor analyst = actor(Role.ANALYST);

    private static Client client(String slug) {
        ClientAccountId id = new ClientAccountId(UUID.randomUUID());
        return new Client(
                new ClientAccount(id, new Slug(slug), slug),
                Estate.ENGAGEMENTS.stream()
                        .map(name -> new Engagement(id, new EngagementId(UUID.randomUUID()), new Slug(name), name))
                        .toList());
    }

    private Actor actor(Role role) {
        return new Actor(Identities.name("aster", role), Map.of(), model.client("aster"), role);
    }

    @Test
    void findsTextsOfOthers() {
        assertThat(model.violations(administrator, "", "Hall markasterexit, markastermerger"))
                .isEmpty();
        assertThat(model.violations(administrator, "", "Hall markbirchexit")).hasSize(1);
        assertThat(model.violations(analyst, "", "Hall markasterexit, markastermerger"))
                .containsExactly("the text markastermerger");
    }

    @Test
    void findsIdsOfOthers() {
        String own = aster.engagement(0).id().toString();
        String unseen = aster.engagement(1).id().toString();
        String foreign = birch.engagement(0).id().toString();

        assertThat(model.violations(administrator, "", own + " " + unseen)).isEmpty();
        assertThat(model.violations(analyst, "", own + " " + unseen)).hasSize(1);
        assertThat(model.violations(administrator, "", "\"" + foreign + "\"")).hasSize(1);
        assertThat(model.violations(administrator, "job(id: " + foreign + ")", "no job " + foreign))
                .isEmpty();
    }

    @Test
    void takesAnIdForTheirsWhoSawItFirst() {
        String id = UUID.randomUUID().toString();
        Actor other = new Actor("birch-agent", Map.of(), model.client("birch"), Role.AGENT);

        assertThat(model.violations(administrator, "", id)).isEmpty();
        assertThat(model.violations(administrator, "", id)).isEmpty();
        assertThat(model.violations(other, "", id)).hasSize(1);
    }
}
