package io.modernize.cmdb.offboarding.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TwoClients;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What all {@link ClientAccountResources} keep. */
public abstract class ClientAccountResourcesContract {
    private TwoClients clients;

    protected abstract ClientAccountResources resources();

    /** Client accounts that exist and have no resources. */
    protected abstract TwoClients newClients();

    /** Gives the client account a resource. */
    protected abstract void give(TenantScope scope);

    /** Runs the work while another process is at work on resources. */
    protected abstract void whileBusy(Runnable work);

    @BeforeEach
    void createClients() {
        clients = newClients();
    }

    @Test
    void namesWhatItReleases() {
        give(clients.northwindScope());

        List<String> names = resources().names(clients.northwindScope());
        assertThat(names).hasSize(1);
        assertThat(resources().release(clients.northwindScope())).contains(names);
        assertThat(resources().names(clients.northwindScope())).isEmpty();
    }

    @Test
    void releasesNothingWhereThereIsNothing() {
        assertThat(resources().release(clients.northwindScope()))
                .hasValueSatisfying(names -> assertThat(names).isEmpty());
    }

    @Test
    void releasesNothingOfOthers() {
        give(clients.northwindScope());
        give(clients.harborScope());

        resources().release(clients.northwindScope());

        assertThat(resources().names(clients.harborScope())).hasSize(1);
    }

    @Test
    void releasesNothingWhereAnotherProcessIsAtWork() {
        give(clients.northwindScope());

        whileBusy(
                () -> assertThat(resources().release(clients.northwindScope())).isEmpty());

        assertThat(resources().names(clients.northwindScope())).hasSize(1);
        assertThat(resources().release(clients.northwindScope())).isPresent();
    }
}
