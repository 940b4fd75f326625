package io.modernize.cmdb.embedding.deepinfra;

import io.modernize.cmdb.embedding.ModelProfile;
import io.modernize.cmdb.embedding.protocol.deepinfra.RequestPlan;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The configured model, checked.
 *
 * @param requestedDimensions the dimensions that requests ask for; null for the model's native dimensions
 */
record ChosenModel(
        ModelProfile profile, Prompts prompts, @Nullable Integer requestedDimensions) {
    static final String PROVIDER = "deepinfra";

    /** The least number of dimensions. The provider answers 422 to fewer. */
    static final int LEAST_DIMENSIONS = 32;

    /**
     * The smallest context of all served models. For a model that is not in the catalogue it is right or too cautious.
     */
    private static final int CAUTIOUS_INPUT_TOKENS = 512;

    /** @throws InvalidSettingsException if the settings do not fit the model; the message tells which to change */
    static ChosenModel of(ModelSettings settings) {
        Optional<ServedModel> served = ServedModel.named(settings.model());
        return served.isPresent() ? known(served.get(), settings) : unknown(settings);
    }

    private static ChosenModel known(ServedModel model, ModelSettings settings) {
        if (settings.documentPrefix() != null || settings.maxInputTokens() != null) {
            throw new InvalidSettingsException(settings.prefix() + "document-prefix and " + settings.prefix()
                    + "max-input-tokens are fixed for " + model.name()
                    + ": vectors made with another prefix would not compare with those stored. Remove the settings.");
        }
        Prompts prompts = settings.queryPrefix() == null
                ? model.prompts()
                : new Prompts(settings.queryPrefix(), model.prompts().documentPrefix());
        int dimensions = settings.dimensions() == null ? model.dimensions() : settings.dimensions();
        checkDimensions(settings.prefix(), model, dimensions);
        return new ChosenModel(
                profile(settings.prefix(), model.name(), dimensions, model.maxInputTokens()),
                prompts,
                dimensions < model.dimensions() ? dimensions : null);
    }

    private static void checkDimensions(String prefix, ServedModel model, int dimensions) {
        if (dimensions > model.dimensions()) {
            throw new InvalidSettingsException(model.name() + " has " + model.dimensions() + " dimensions; " + prefix
                    + "dimensions=" + dimensions + " would only pad its vectors with zeros. Set at most "
                    + model.dimensions() + ", or remove the setting.");
        }
        if (dimensions < model.dimensions() && !model.matryoshka()) {
            throw new InvalidSettingsException(model.name() + " has " + model.dimensions()
                    + " dimensions and was not trained to be cut to " + dimensions + ". Remove " + prefix
                    + "dimensions.");
        }
        if (dimensions < LEAST_DIMENSIONS) {
            throw new InvalidSettingsException(
                    prefix + "dimensions=" + dimensions + " is less than the provider's least, " + LEAST_DIMENSIONS);
        }
    }

    private static ChosenModel unknown(ModelSettings settings) {
        if (settings.dimensions() == null || settings.queryPrefix() == null || settings.documentPrefix() == null) {
            throw new InvalidSettingsException("The model " + settings.model()
                    + " is not one of those known here. Set " + settings.prefix()
                    + "dimensions to its native dimensions and "
                    + settings.prefix() + "query-prefix and " + settings.prefix()
                    + "document-prefix to what it wants before a text (empty for nothing), or choose one of "
                    + ServedModel.all().stream().map(ServedModel::name).toList());
        }
        int maxInputTokens = settings.maxInputTokens() == null ? CAUTIOUS_INPUT_TOKENS : settings.maxInputTokens();
        return new ChosenModel(
                profile(settings.prefix(), settings.model(), settings.dimensions(), maxInputTokens),
                new Prompts(settings.queryPrefix(), settings.documentPrefix()),
                null);
    }

    private static ModelProfile profile(String prefix, String model, int dimensions, int maxInputTokens) {
        if (dimensions > ModelProfile.MAX_DIMENSIONS) {
            throw new InvalidSettingsException(
                    model + " would give " + dimensions + " dimensions, but an index holds at most "
                            + ModelProfile.MAX_DIMENSIONS + ". Set " + prefix + "dimensions to no more than that.");
        }
        if (dimensions < 1 || maxInputTokens < 1) {
            throw new InvalidSettingsException(prefix + "dimensions and " + prefix + "max-input-tokens are positive");
        }
        return new ModelProfile(PROVIDER, model, dimensions, RequestPlan.MAX_INPUTS, maxInputTokens);
    }
}
