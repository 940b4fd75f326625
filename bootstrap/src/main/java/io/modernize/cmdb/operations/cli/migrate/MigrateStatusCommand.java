package io.modernize.cmdb.operations.cli.migrate;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.embedding.spaces.application.EmbeddingSpaces;
import io.modernize.cmdb.embedding.spaces.application.SpaceLifecycle;
import io.modernize.cmdb.embedding.spaces.application.SpaceLifecycle.LivingSpace;
import io.modernize.cmdb.operations.cli.command.ApplicationStart;
import io.modernize.cmdb.operations.cli.command.ExitCodes;
import io.modernize.cmdb.operations.cli.command.StartedApplication;
import io.modernize.cmdb.similarity.spaces.application.ChangeSpace;
import io.modernize.cmdb.similarity.spaces.application.SpaceComparisons;
import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "status",
        description = "Lists the embedding spaces, and how many assets of each client account are embedded in them.",
        mixinStandardHelpOptions = true,
        footer = {"", "Exit codes:", "  0 done", "  1 failed", "  2 wrong usage", "  6 interrupted"})
class MigrateStatusCommand implements Callable<Integer> {
    private static final String ROW = "%-24s %-9s %-9s %s%n";

    private final ApplicationStart start;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    MigrateStatusCommand(ApplicationStart start) {
        this.start = start;
    }

    @Override
    public Integer call() {
        try (StartedApplication context = start.work()) {
            PrintWriter out = spec.commandLine().getOut();
            out.println("Embedding spaces:");
            for (LivingSpace living : context.getBean(SpaceLifecycle.class).all()) {
                out.println("  " + SpaceText.of(living.space())
                        + (living.common() ? ", searched unless a client account has changed" : "")
                        + (living.accountsActive() > 0 ? ", searched by " + living.accountsActive() : "")
                        + (living.accountsMaintaining() > 0
                                ? ", kept fresh besides by " + living.accountsMaintaining()
                                : ""));
            }
            out.printf(ROW, "client account", "embedded", "due", "searched by; other space");
            for (ClientAccount account :
                    context.getBean(ClientAccountRegistry.class).allClientAccounts()) {
                print(context, out, account);
            }
            out.flush();
            return ExitCodes.DONE;
        }
    }

    private static void print(StartedApplication context, PrintWriter out, ClientAccount account) {
        TenantScope scope = TenantScope.forJob(account.id());
        EmbeddingStore store = context.getBean(EmbeddingStore.class);
        EmbeddingSpace active = context.getBean(EmbeddingSpaces.class).active(scope);
        Optional<EmbeddingSpace> other = context.getBean(ChangeSpace.class).other(scope);
        out.printf(
                ROW,
                account.slug().value(),
                store.count(scope, active),
                store.countDue(scope, active),
                active.model()
                        + other.map(space -> "; " + space.model() + ": " + store.count(scope, space) + " embedded, "
                                        + store.countDue(scope, space) + " due, "
                                        + context.getBean(SpaceComparisons.class)
                                                .last(scope, active, space)
                                                .map(SpaceText::of)
                                                .orElse("not compared"))
                                .orElse(""));
    }
}
