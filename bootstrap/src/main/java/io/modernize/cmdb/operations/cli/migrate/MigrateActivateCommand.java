package io.modernize.cmdb.operations.cli.migrate;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.spaces.application.SpaceLifecycle;
import io.modernize.cmdb.operations.cli.command.AccountOption;
import io.modernize.cmdb.operations.cli.command.ApplicationCommand;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
            ExitCodes.HELP_HEAD,
            "  2 wrong usage, or there is no such client account",
            "  4 refused: there is no other space, its model is not configured, it is not complete,",
            "    it was not compared, the comparison did not pass, or client accounts differ",
            "  6 interrupted"
        })
class MigrateActivateCommand implements ApplicationCommand {
    @Mixin
    private AccountOption accountOption = new AccountOption();

    @Option(
            names = "--force",
            description =
                    "Activates the space even if the comparison did not pass. All assets still have to be embedded.")
    private boolean force;

    @Override
    public int work(StartedApplication application, PrintWriter out) {
        List<ClientAccount> accounts = accountOption.resolve(application.getBean(ClientAccountRegistry.class));
        ChangeSpace changeSpace = application.getBean(ChangeSpace.class);
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
            exitCode = activateForAll(application, targets, out);
        } else if (exitCode == ExitCodes.REFUSED) {
            out.println("Nothing was changed for client accounts that were refused"
                    + (accountOption.isGiven() ? "." : ", nor for the others: all change together, or one by one."));
        }
        return exitCode;
    }

    private static int activateForAll(StartedApplication application, Set<EmbeddingSpace> targets, PrintWriter out) {
        if (targets.size() != 1) {
            out.println("Client accounts search by different spaces. Change them one by one first.");
            return ExitCodes.REFUSED;
        }
        EmbeddingSpace target = targets.iterator().next();
        application.getBean(SpaceLifecycle.class).activateForAll(target);
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
