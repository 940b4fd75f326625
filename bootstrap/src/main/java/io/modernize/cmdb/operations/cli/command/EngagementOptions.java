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
        Slug accountSlug = slug("--client-account", clientAccount);
        Slug engagementSlug = slug("--engagement", engagement);
        if (create) {
            ClientAccount account = registry.ensureClientAccount(accountSlug, clientAccount);
            return registry.ensureEngagement(account.id(), engagementSlug, engagement);
        }
        ClientAccount account =
                registry.findClientAccount(accountSlug).orElseThrow(() -> unknown("--client-account", clientAccount));
        return registry.findEngagement(account.id(), engagementSlug)
                .orElseThrow(() -> unknown("--engagement", engagement));
    }

    public static Slug slug(String option, String value) {
        if (!Slug.isValid(value)) {
            throw new UsageException(option + ": \"" + value
                    + "\" is no slug; it has 1 to 63 lower-case letters, digits and inner hyphens");
        }
        return new Slug(value);
    }

    private static UsageException unknown(String option, String value) {
        return new UsageException(option + ": there is no \"" + value + "\"; add --create to create it");
    }
}
