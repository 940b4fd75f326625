package io.modernize.cmdb.embedding.onnx;

/**
 * Switches the telemetry of the tokeniser library (DJL) off. The library reports every start on an Amazon host to its
 * makers: it asks the instance's metadata service for the instance id and sends that to a bucket. A product with
 * clients' inventories calls nobody.
 */
final class TokeniserTelemetry {
    /**
     * The name of a setting of DJL. It reads environment variables and system properties of this name, and the service
     * can set the latter.
     */
    private static final String OPT_OUT = "OPT_OUT_TRACKING";

    /**
     * The name of a setting that also keeps DJL from fetching native libraries. The libraries that it needs are in its
     * jar.
     */
    private static final String OFFLINE = "ai.djl.offline";

    private TokeniserTelemetry() {}

    /** Switches it off. This is called before the first tokeniser is made. */
    static void switchOff() {
        System.setProperty(OPT_OUT, "true");
        System.setProperty(OFFLINE, "true");
    }
}
