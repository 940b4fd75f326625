package io.modernize.cmdb.embedding.deepinfra;

import org.jspecify.annotations.Nullable;

/**
 * The settings that choose a model.
 *
 * @param prefix the prefix of the settings' names, with the dot at its end, for messages that name them
 * @param model the provider's name of the model
 * @param dimensions see {@link DeepInfraProperties}, also for the others
 */
record ModelSettings(
        String prefix,
        String model,
        @Nullable Integer dimensions,
        @Nullable String queryPrefix,
        @Nullable String documentPrefix,
        @Nullable Integer maxInputTokens) {}
