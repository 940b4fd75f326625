package io.modernize.cmdb.operations.cli.command;

import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import picocli.CommandLine.Option;

/** The option that names a client account by its slug. It has to be given. */
public class ClientAccountOption {
    @Option(
            names = "--client-account",
            required = true,
            paramLabel = "SLUG",
            description = "The slug of the client account.")
    @SuppressWarnings("NullAway.Init")
    private String clientAccount;

    /** The named client account. Throws {@link UsageException} if there is none. */
    public ClientAccount resolve(ClientAccountRegistry registry) {
        return NamedTenants.account(registry, clientAccount);
    }
}
