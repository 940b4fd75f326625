package io.modernize.cmdb.jobs.batch;

import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * A turn for each client account, so that the failure of one of them ends no other. Public for the schedules of other
 * capabilities.
 */
@Component
public final class ClientAccountTurns {
    private final ClientAccountRegistry registry;
    private final Turns turns;

    ClientAccountTurns(ClientAccountRegistry registry, Turns turns) {
        this.registry = registry;
        this.turns = turns;
    }

    /**
     * Takes the turns one after another, see {@link Turns#take}.
     *
     * @param what is done, for the log, for example "Forgetting runs"
     */
    public void each(String what, Consumer<TenantScope> turn) {
        registry.allClientAccounts()
                .forEach(account -> turns.take(
                        what + " of client account " + account.id(),
                        () -> turn.accept(TenantScope.forJob(account.id()))));
    }
}
