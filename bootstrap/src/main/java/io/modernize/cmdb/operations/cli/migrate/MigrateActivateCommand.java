package io.modernize.cmdb.operations.cli.migrate;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.spaces.application.SpaceLifecycle;
import io.modernize.cmdb.operations.cli.command.AccountOption;
import io.modernize.cmdb.operations.cli.command.ApplicationStart;
import io.modernize.cmdb.operations.cli.command.ExitCodes;
import io.modernize.cmdb.operations.cli.command.StartedApplication;
import io.modernize.cmdb.similarity.spaces.application.ChangeSpace;
import io.modernize.cmdb.similarity.spaces.application.ChangeSpace.ChangeOutcome;
import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "activate",
        aliases = "rollback",
        description = {
            "Makes searches use the other embedding space, in one transaction, for one client account or for all.",
            "The previous space is kept up to date. The same command therefore leads back; rollback is another name"
                    + " for it."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes:",
            "  0 done",
            "  1 failed",
            "  2 wrong usage, or there is no such client account",
            "  4 refused: there is no other space, its model is not configured, it is not complete,",
            "    it was not compared, the comparison did not pass, or client accounts differ",
            "  6 interrupted"
        })
class MigrateActivateCommand implements Callable<Integer> {
    private final ApplicationStart start;

    @Mixin
    private AccountOption accountOption = new AccountOption();

    @Option(
            names = "--force",
            description =
                    "Activates the space even if the comparison did not pass. All assets still have to be embedded.")
    private boolean force;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    MigrateActivateCommand(ApplicationStart start) {
        this.start = start;
    }

    @Override
    public Integer call() {
        try (StartedApplication context = start.work()) {
            PrintWriter out = spec.commandLine().getOut();
            List<ClientAccount> accounts = accountOption.resolve(context.getBean(ClientAccountRegistry.class));
            ChangeSpace changeSpace = context.getBean(ChangeSpace.class);
            Set<EmbeddingSpace> targets = new LinkedHashSet<>();
            int exitCode = ExitCodes.DONE;
            for (ClientAccount account : accounts) {
                TenantScope scope = TenantScope.forJob(account.id());
                ChangeOutcome outcome =
                        accountOption.isGiven() ? changeSpace.change(scope, force) : changeSpace.check(scope, force);
                if (outcome instanceof ChangeOutcome.Changed(var before, var space)) {
                    targets.add(space);
                } else {
                    exitCode = ExitCodes.REFUSED;
                }
                out.println(account.slug() + ": " + text(outcome));
            }
            if (!accountOption.isGiven() && exitCode == ExitCodes.DONE) {
                exitCode = activateForAll(context, targets, out);
            } else if (exitCode == ExitCodes.REFUSED) {
                out.println("Nothing was changed for client accounts that were refused"
                        + (accountOption.isGiven()
                                ? "."
                                : ", nor for the others: all change together, or one by one."));
            }
            out.flush();
            return exitCode;
        }
    }

    private static int activateForAll(StartedApplication context, Set<EmbeddingSpace> targets, PrintWriter out) {
        if (targets.size() != 1) {
            out.println("Client accounts search by different spaces. Change them one by one first.");
            return ExitCodes.REFUSED;
        }
        EmbeddingSpace target = targets.iterator().next();
        context.getBean(SpaceLifecycle.class).activateForAll(target);
        out.println("All client accounts search by " + SpaceText.of(target) + ", within seconds.");
        return ExitCodes.DONE;
    }

    private String text(ChangeOutcome outcome) {
        return switch (outcome) {
            case ChangeOutcome.Changed(var before, var space) ->
                (accountOption.isGiven() ? "searches go by " : "ready for ") + SpaceText.of(space);
            case ChangeOutcome.NoOtherSpace(var active) ->
                "there is nothing to change to; migrate fill embeds its assets with the other model";
            case ChangeOutcome.ModelMissing(var space) -> "the model of " + SpaceText.of(space) + " is not configured";
            case ChangeOutcome.Incomplete(var space, long due) ->
                due + " assets are not embedded in " + SpaceText.of(space) + "; run migrate fill";
            case ChangeOutcome.NotCompared(var space) ->
                SpaceText.of(space) + " was not compared; run migrate fill, or add --force";
            case ChangeOutcome.NotPassed(var space, var comparison) ->
                SpaceText.of(space) + ": " + SpaceText.of(comparison) + "; --force activates it all the same";
        };
    }
}
