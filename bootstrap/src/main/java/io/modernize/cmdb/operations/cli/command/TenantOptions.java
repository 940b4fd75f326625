package io.modernize.cmdb.operations.cli.command;

import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.Slug;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that name a client account, or an engagement of it, by slugs. */
public class TenantOptions {
    @Mixin
    private ClientAccountOption clientAccount = new ClientAccountOption();

    @Option(
            names = "--engagement",
            paramLabel = "SLUG",
            description = "The slug of one engagement. Without this option: the whole client account.")
    private @Nullable String engagement;

    /** The named client account, with its named engagement. */
    public record Tenant(ClientAccount account, @Nullable Engagement engagement) {
        public TenantScope scope() {
            return engagement == null
                    ? TenantScope.forJob(account.id())
                    : TenantScope.forJob(account.id(), engagement.id());
        }

        /** The slug of the engagement if one is named, else of the client account. */
        public Slug slug() {
            return engagement == null ? account.slug() : engagement.slug();
        }

        @Override
        public String toString() {
            return engagement == null
                    ? "client account " + account.slug() + " (" + account.name() + ")"
                    : "engagement " + engagement.slug() + " (" + engagement.name() + ") of client account "
                            + account.slug();
        }
    }

    /** The named client account or engagement. Throws {@link UsageException} if there is none. */
    public Tenant resolve(ClientAccountRegistry registry) {
        ClientAccount account = clientAccount.resolve(registry);
        return new Tenant(account, engagement == null ? null : NamedTenants.engagement(registry, account, engagement));
    }
}
