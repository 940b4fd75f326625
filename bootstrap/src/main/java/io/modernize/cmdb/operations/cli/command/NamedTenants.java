package io.modernize.cmdb.operations.cli.command;

import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.Slug;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;

/** Finds what options name by slugs. Each method throws {@link UsageException} if a name cannot be followed. */
public final class NamedTenants {
    private NamedTenants() {}

    static ClientAccount account(ClientAccountRegistry registry, String slug) {
        return registry.findClientAccount(slug("--client-account", slug))
                .orElseThrow(() -> unknown("--client-account", slug));
    }

    /** The engagement of a client account that the option {@code --engagement} names. */
    public static Engagement engagement(ClientAccountRegistry registry, ClientAccount account, String slug) {
        return registry.findEngagement(account.id(), slug("--engagement", slug))
                .orElseThrow(() -> unknown("--engagement", slug));
    }

    static Slug slug(String option, String value) {
        if (!Slug.isValid(value)) {
            throw new UsageException(option + ": \"" + value
                    + "\" is no slug; it has 1 to 63 lower-case letters, digits and inner hyphens");
        }
        return new Slug(value);
    }

    private static UsageException unknown(String option, String value) {
        return new UsageException(option + ": there is no \"" + value + "\"");
    }
}
