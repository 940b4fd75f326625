package io.modernize.cmdb.operations.cli.command;

import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.Slug;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import picocli.CommandLine.Option;

/** The options that name an engagement of a client account, by slugs. */
public class EngagementOptions {
    @Option(
            names = "--client-account",
            required = true,
            paramLabel = "SLUG",
            description = "The slug of the client account.")
    @SuppressWarnings("NullAway.Init")
    private String clientAccount;

    @Option(names = "--engagement", required = true, paramLabel = "SLUG", description = "The slug of the engagement.")
    @SuppressWarnings("NullAway.Init")
    private String engagement;

    @Option(names = "--create", description = "Creates the client account and the engagement if they do not exist.")
    private boolean create;

    /** The named engagement. Throws {@link UsageException} if there is none and none shall be created. */
    public Engagement resolve(ClientAccountRegistry registry) {
        Slug accountSlug = NamedTenants.slug("--client-account", clientAccount);
        Slug engagementSlug = NamedTenants.slug("--engagement", engagement);
        if (create) {
            ClientAccount account = registry.ensureClientAccount(accountSlug, clientAccount);
            return registry.ensureEngagement(account.id(), engagementSlug, engagement);
        }
        ClientAccount account =
                registry.findClientAccount(accountSlug).orElseThrow(() -> unknown("--client-account", clientAccount));
        return registry.findEngagement(account.id(), engagementSlug)
                .orElseThrow(() -> unknown("--engagement", engagement));
    }

    private static UsageException unknown(String option, String value) {
        return new UsageException(option + ": there is no \"" + value + "\"; add --create to create it");
    }
}
