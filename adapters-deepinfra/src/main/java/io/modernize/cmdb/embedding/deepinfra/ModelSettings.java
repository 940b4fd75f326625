package io.modernize.cmdb.embedding.deepinfra;

import org.jspecify.annotations.Nullable;

/**
 * Which model, of those settings that say so.
 *
 * @param prefix of the settings' names, with the dot at its end: for messages that name them
 * @param model the provider's name of the model
 * @param dimensions see {@link DeepInfraProperties}, as of the others
 */
record ModelSettings(
        String prefix,
        String model,
        @Nullable Integer dimensions,
        @Nullable String queryPrefix,
        @Nullable String documentPrefix,
        @Nullable Integer maxInputTokens) {}
