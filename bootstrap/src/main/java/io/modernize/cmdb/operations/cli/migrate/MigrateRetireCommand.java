package io.modernize.cmdb.operations.cli.migrate;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.spaces.application.SpaceLifecycle;
import io.modernize.cmdb.embedding.spaces.application.SpaceLifecycle.LivingSpace;
import io.modernize.cmdb.operations.cli.command.ApplicationCommand;
import io.modernize.cmdb.operations.cli.command.ExitCodes;
import io.modernize.cmdb.operations.cli.command.StartedApplication;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "retire",
        description = {
            "Drops an embedding space that nobody searches any more, with all embeddings in it.",
            "You cannot go back to it. After an activation, wait a minute until all instances have seen it. After"
                    + " this command, remove the model from the settings."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            ExitCodes.HELP_HEAD,
            "  2 wrong usage",
            "  4 refused: the model has no space, or its space is searched",
            "  6 interrupted"
        })
class MigrateRetireCommand implements ApplicationCommand {
    @Option(
            names = "--confirm",
            required = true,
            paramLabel = "MODEL",
            description = "The model of the space to drop, as migrate status prints it, without the provider.")
    @SuppressWarnings("NullAway.Init")
    private String model;

    @Override
    public int work(StartedApplication application, PrintWriter out) {
        SpaceLifecycle lifecycle = application.getBean(SpaceLifecycle.class);
        List<EmbeddingSpace> candidates = lifecycle.all().stream()
                .filter(living -> !living.isSearched())
                .map(LivingSpace::space)
                .filter(space -> space.model().equals(model))
                .toList();
        if (candidates.size() != 1) {
            out.println("There is no space of a model \"" + model + "\" that nobody searches.");
            out.flush();
            return ExitCodes.REFUSED;
        }
        EmbeddingSpace space = candidates.getFirst();
        boolean retired = lifecycle.retire(space);
        out.println(
                retired
                        ? SpaceText.of(space) + " is gone, with its embeddings and indexes."
                        : SpaceText.of(space) + " is searched again, so that it was left alone.");
        return retired ? ExitCodes.DONE : ExitCodes.REFUSED;
    }
}
