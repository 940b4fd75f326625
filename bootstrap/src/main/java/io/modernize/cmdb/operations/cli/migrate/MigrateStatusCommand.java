package io.modernize.cmdb.operations.cli.migrate;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.embedding.spaces.application.EmbeddingSpaces;
import io.modernize.cmdb.embedding.spaces.application.SpaceLifecycle;
import io.modernize.cmdb.embedding.spaces.application.SpaceLifecycle.LivingSpace;
import io.modernize.cmdb.operations.cli.command.ApplicationCommand;
import io.modernize.cmdb.operations.cli.command.ExitCodes;
import io.modernize.cmdb.operations.cli.command.StartedApplication;
import io.modernize.cmdb.similarity.spaces.application.ChangeSpace;
import io.modernize.cmdb.similarity.spaces.application.SpaceComparisons;
import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.Command;

@Command(
        name = "status",
        description = "Lists the embedding spaces, and how many assets of each client account are embedded in them.",
        mixinStandardHelpOptions = true,
        footer = {"", ExitCodes.HELP_HEAD, "  2 wrong usage", "  6 interrupted"})
class MigrateStatusCommand implements ApplicationCommand {
    private static final String ROW = "%-24s %-9s %-9s %s%n";

    @Override
    public int work(StartedApplication application, PrintWriter out) {
        out.println("Embedding spaces:");
        for (LivingSpace living : application.getBean(SpaceLifecycle.class).all()) {
            out.println("  " + SpaceText.of(living.space())
                    + (living.common() ? ", searched unless a client account has changed" : "")
                    + (living.accountsActive() > 0 ? ", searched by " + living.accountsActive() : "")
                    + (living.accountsMaintaining() > 0
                            ? ", kept fresh besides by " + living.accountsMaintaining()
                            : ""));
        }
        out.printf(ROW, "client account", "embedded", "due", "searched by; other space");
        for (ClientAccount account :
                application.getBean(ClientAccountRegistry.class).allClientAccounts()) {
            print(application, out, account);
        }
        return ExitCodes.DONE;
    }

    private static void print(StartedApplication application, PrintWriter out, ClientAccount account) {
        TenantScope scope = TenantScope.forJob(account.id());
        EmbeddingStore store = application.getBean(EmbeddingStore.class);
        EmbeddingSpace active = application.getBean(EmbeddingSpaces.class).active(scope);
        Optional<EmbeddingSpace> other = application.getBean(ChangeSpace.class).other(scope);
        out.printf(
                ROW,
                account.slug().value(),
                store.count(scope, active),
                store.countDue(scope, active),
                active.model()
                        + other.map(space -> "; " + space.model() + ": " + store.count(scope, space) + " embedded, "
                                        + store.countDue(scope, space) + " due, "
                                        + application
                                                .getBean(SpaceComparisons.class)
                                                .last(scope, active, space)
                                                .map(SpaceText::of)
                                                .orElse("not compared"))
                                .orElse(""));
    }
}
