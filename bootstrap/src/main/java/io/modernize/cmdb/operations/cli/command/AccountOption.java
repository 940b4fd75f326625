package io.modernize.cmdb.operations.cli.command;

import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names one client account, or all. */
public class AccountOption {
    @Option(
            names = "--client-account",
            paramLabel = "SLUG",
            description = "The slug of one client account. Without this option: all client accounts.")
    private @Nullable String clientAccount;

    public boolean isGiven() {
        return clientAccount != null;
    }

    /** The named client accounts. Throws {@link UsageException} if there is no such client account. */
    public List<ClientAccount> resolve(ClientAccountRegistry registry) {
        if (clientAccount == null) {
            return registry.allClientAccounts();
        }
        return List.of(NamedTenants.account(registry, clientAccount));
    }
}
