package io.modernize.cmdb.api.gate;

import static io.modernize.cmdb.api.InMemoryTenancy.ANALYST;
import static io.modernize.cmdb.api.gate.Slots.Outcome.ALL_TAKEN;
import static io.modernize.cmdb.api.gate.Slots.Outcome.OWNER_HAS_MOST;
import static io.modernize.cmdb.api.gate.Slots.Outcome.TAKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.tenancy.PrincipalIdentity;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SlotsTests {
    private final Slots<PrincipalIdentity> slots = new Slots<>(2, 3);

    @Test
    void givesEachIdentityItsNumber() {
        assertThat(slots.take(ANALYST)).isEqualTo(TAKEN);
        assertThat(slots.take(ANALYST)).isEqualTo(TAKEN);
        assertThat(slots.take(ANALYST)).isEqualTo(OWNER_HAS_MOST);
        slots.giveBack(ANALYST);
        assertThat(slots.take(ANALYST)).isEqualTo(TAKEN);
    }

    @Test
    void givesAllTogetherTheirNumber() {
        slots.take(ANALYST);
        slots.take(ANALYST);

        assertThat(slots.take(another())).isEqualTo(TAKEN);
        assertThat(slots.take(another())).isEqualTo(ALL_TAKEN);
        slots.giveBack(ANALYST);
        assertThat(slots.take(another())).isEqualTo(TAKEN);
    }

    private static PrincipalIdentity another() {
        return new PrincipalIdentity(UUID.randomUUID(), UUID.randomUUID());
    }
}
