package io.modernize.cmdb.operations.cli.tenants;

import io.modernize.cmdb.audit.AuditAction;
import io.modernize.cmdb.audit.AuditActor;
import io.modernize.cmdb.audit.AuditDetails;
import io.modernize.cmdb.audit.AuditOrigin;
import io.modernize.cmdb.audit.application.Audit;
import io.modernize.cmdb.audit.application.Audit.Attempt;
import io.modernize.cmdb.audit.application.Audit.Finding;
import io.modernize.cmdb.operations.cli.command.ApplicationCommand;
import io.modernize.cmdb.operations.cli.command.ClientAccountOption;
import io.modernize.cmdb.operations.cli.command.ExitCodes;
import io.modernize.cmdb.operations.cli.command.NamedTenants;
import io.modernize.cmdb.operations.cli.command.StartedApplication;
import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.Membership;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.Role;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "grant",
        description = {
            "Makes an identity a member of a client account. If it is a member already, replaces its role and"
                    + " engagements."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            ExitCodes.HELP_HEAD,
            "  2 wrong usage, or there is no such client account or engagement",
            "  6 interrupted"
        })
public class GrantCommand implements ApplicationCommand {
    @Mixin
    private ClientAccountOption clientAccount = new ClientAccountOption();

    @Option(
            names = "--directory-tenant-id",
            required = true,
            paramLabel = "UUID",
            description = "The directory of the identity: the claim tid of its tokens.")
    @SuppressWarnings("NullAway.Init")
    private UUID directoryTenantId;

    @Option(
            names = "--object-id",
            required = true,
            paramLabel = "UUID",
            description = "The identity in its directory: the claim oid of its tokens.")
    @SuppressWarnings("NullAway.Init")
    private UUID objectId;

    @Option(names = "--role", required = true, description = "One of ${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init")
    private Role role;

    @Option(
            names = "--engagement",
            arity = "1..*",
            paramLabel = "SLUG",
            description = "Only these engagements. Without this option: all engagements, also later ones.")
    private List<String> engagements = List.of();

    @Override
    public int work(StartedApplication application, PrintWriter out) {
        ClientAccountRegistry registry = application.getBean(ClientAccountRegistry.class);
        ClientAccount account = clientAccount.resolve(registry);
        Membership membership = new Membership(
                new PrincipalIdentity(directoryTenantId, objectId), account.id(), role, selection(registry, account));
        registry.saveMembership(membership);
        application
                .getBean(Audit.class)
                .write(
                        TenantScope.forJob(account.id()),
                        new Attempt(AuditAction.GRANT_MEMBERSHIP, AuditActor.OPERATOR, AuditOrigin.NONE),
                        Finding.done(details(membership)));
        out.println("Granted " + role + " in " + account.slug());
        return ExitCodes.DONE;
    }

    private static AuditDetails details(Membership membership) {
        String identity = membership.identity().text();
        String covered = switch (membership.engagements()) {
            case EngagementSelection.All() -> "all";
            case EngagementSelection.Only(var ids) ->
                ids.stream().map(EngagementId::toString).sorted().collect(Collectors.joining(" "));
        };
        return new AuditDetails(
                identity,
                Map.of(),
                Map.of("identity", identity, "role", membership.role().name(), "engagements", covered));
    }

    private EngagementSelection selection(ClientAccountRegistry registry, ClientAccount account) {
        if (engagements.isEmpty()) {
            return new EngagementSelection.All();
        }
        return new EngagementSelection.Only(engagements.stream()
                .map(slug -> NamedTenants.engagement(registry, account, slug).id())
                .collect(Collectors.toSet()));
    }
}
