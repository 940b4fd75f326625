package io.modernize.cmdb.embedding.spaces.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TwoClients;
import org.junit.jupiter.api.Test;

/** What every {@link EmbeddingSpaces} does; over a common space and one more. */
public abstract class EmbeddingSpacesContract {
    protected final TenantScope northwind;
    private final TenantScope harbor;
    private final EmbeddingSpaces spaces;
    private final EmbeddingSpace other;

    /** @param other not the common one */
    protected EmbeddingSpacesContract(TwoClients clients, EmbeddingSpaces spaces, EmbeddingSpace other) {
        northwind = clients.northwindScope();
        harbor = clients.harborScope();
        this.spaces = spaces;
        this.other = other;
    }

    @Test
    void goByTheCommonSpaceAtFirst() {
        assertThat(spaces.active(northwind)).isEqualTo(spaces.common());
        assertThat(spaces.maintained(northwind)).containsExactly(spaces.common());
    }

    @Test
    void maintainAnotherSpaceBesideTheActiveOne() {
        spaces.maintain(northwind, other);
        spaces.maintain(northwind, other);

        assertThat(spaces.active(northwind)).isEqualTo(spaces.common());
        assertThat(spaces.maintained(northwind)).containsExactly(spaces.common(), other);
    }

    @Test
    void keepTheSpaceBeforeMaintained() {
        spaces.activate(northwind, other);

        assertThat(spaces.active(northwind)).isEqualTo(other);
        assertThat(spaces.maintained(northwind)).containsExactly(other, spaces.common());
    }

    @Test
    void goBackTheSameWay() {
        spaces.activate(northwind, other);
        spaces.activate(northwind, spaces.common());

        assertThat(spaces.active(northwind)).isEqualTo(spaces.common());
        assertThat(spaces.maintained(northwind)).containsExactly(spaces.common(), other);
    }

    @Test
    void changeNothingForOtherClientAccounts() {
        spaces.activate(northwind, other);

        assertThat(spaces.active(harbor)).isEqualTo(spaces.common());
        assertThat(spaces.maintained(harbor)).containsExactly(spaces.common());
    }
}
