package io.modernize.cmdb.embedding.spaces.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.tenancy.TenantScope;
import org.junit.jupiter.api.Test;

/** What every {@link EmbeddingSpaces} does; over a common space and one more. */
public abstract class EmbeddingSpacesContract {
    protected abstract EmbeddingSpaces spaces();

    /** Not the common one. */
    protected abstract EmbeddingSpace other();

    protected abstract TenantScope northwind();

    protected abstract TenantScope harbor();

    @Test
    void goByTheCommonSpaceAtFirst() {
        assertThat(spaces().active(northwind())).isEqualTo(spaces().common());
        assertThat(spaces().maintained(northwind())).containsExactly(spaces().common());
    }

    @Test
    void maintainAnotherSpaceBesideTheActiveOne() {
        spaces().maintain(northwind(), other());
        spaces().maintain(northwind(), other());

        assertThat(spaces().active(northwind())).isEqualTo(spaces().common());
        assertThat(spaces().maintained(northwind())).containsExactly(spaces().common(), other());
    }

    @Test
    void keepTheSpaceBeforeMaintained() {
        spaces().activate(northwind(), other());

        assertThat(spaces().active(northwind())).isEqualTo(other());
        assertThat(spaces().maintained(northwind())).containsExactly(other(), spaces().common());
    }

    @Test
    void goBackTheSameWay() {
        spaces().activate(northwind(), other());
        spaces().activate(northwind(), spaces().common());

        assertThat(spaces().active(northwind())).isEqualTo(spaces().common());
        assertThat(spaces().maintained(northwind())).containsExactly(spaces().common(), other());
    }

    @Test
    void changeNothingForOtherClientAccounts() {
        spaces().activate(northwind(), other());

        assertThat(spaces().active(harbor())).isEqualTo(spaces().common());
        assertThat(spaces().maintained(harbor())).containsExactly(spaces().common());
    }
}
