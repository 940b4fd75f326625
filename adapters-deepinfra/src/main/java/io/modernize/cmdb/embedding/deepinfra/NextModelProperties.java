package io.modernize.cmdb.embedding.deepinfra;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The hosted model to migrate to or from, beside the other one. All settings that are not about the model are shared:
 * key, address, patience. Each model has requests of its own, because DeepInfra counts them by model.
 *
 * @param model the provider's name of the model
 * @param dimensions see {@link DeepInfraProperties}, also for the others
 */
@ConfigurationProperties(NextModelProperties.PREFIX)
record NextModelProperties(
        @DefaultValue("BAAI/bge-base-en-v1.5") String model,
        @Nullable Integer dimensions,
        @Nullable String queryPrefix,
        @Nullable String documentPrefix,
        @Nullable Integer maxInputTokens,
        @Nullable Double pricePerMillionTokens) {
    static final String PREFIX = "cmdb.embedding.next";

    ModelSettings modelSettings() {
        return new ModelSettings(PREFIX + ".", model, dimensions, queryPrefix, documentPrefix, maxInputTokens);
    }

    OptionalDouble price() {
        return pricePerMillionTokens == null ? OptionalDouble.empty() : OptionalDouble.of(pricePerMillionTokens);
    }
}
