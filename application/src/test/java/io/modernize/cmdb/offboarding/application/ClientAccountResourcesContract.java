package io.modernize.cmdb.offboarding.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TwoClients;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What all {@link ClientAccountResources} keep. */
public abstract class ClientAccountResourcesContract {
    protected final TwoClients clients;
    private final ClientAccountResources resources;

    /** The client accounts exist and are empty. */
    protected ClientAccountResourcesContract(TwoClients clients, ClientAccountResources resources) {
        this.clients = clients;
        this.resources = resources;
    }

    /** Gives the client account a resource. */
    protected abstract void give(TenantScope scope);

    /** Runs the work while another process is at work on resources. */
    protected abstract void whileBusy(Runnable work);

    @Test
    void namesWhatItReleases() {
        give(clients.northwindScope());

        List<String> names = resources.names(clients.northwindScope());
        assertThat(names).hasSize(1);
        assertThat(resources.release(clients.northwindScope())).contains(names);
        assertThat(resources.names(clients.northwindScope())).isEmpty();
    }

    @Test
    void releasesNothingWhereThereIsNothing() {
        assertThat(resources.release(clients.northwindScope()))
                .hasValueSatisfying(names -> assertThat(names).isEmpty());
    }

    @Test
    void releasesNothingOfOthers() {
        give(clients.northwindScope());
        give(clients.harborScope());

        resources.release(clients.northwindScope());

        assertThat(resources.names(clients.harborScope())).hasSize(1);
    }

    @Test
    void releasesNothingWhereAnotherProcessIsAtWork() {
        give(clients.northwindScope());

        whileBusy(() -> assertThat(resources.release(clients.northwindScope())).isEmpty());

        assertThat(resources.names(clients.northwindScope())).hasSize(1);
        assertThat(resources.release(clients.northwindScope())).isPresent();
    }
}
