package io.modernize.cmdb.testsupport.deepinfra;

import java.util.Map;

/** The service's settings by which it takes the stand-in for its provider. */
public final class StandInSettings {
    private static final String PREFIX = "cmdb.embedding.deepinfra.";

    private StandInSettings() {}

    /** Texts are sent as they are, with no instruction before them. */
    public static Map<String, String> of(DeepInfraStandIn provider, String model, int dimensions) {
        return Map.of(
                "cmdb.embedding.provider",
                "deepinfra",
                PREFIX + "base-url",
                provider.baseUrl().toString(),
                PREFIX + "api-key",
                "any",
                PREFIX + "model",
                model,
                PREFIX + "dimensions",
                String.valueOf(dimensions),
                PREFIX + "query-prefix",
                "",
                PREFIX + "document-prefix",
                "");
    }
}
