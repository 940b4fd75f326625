package io.modernize.cmdb.embedding.onnx;

/**
 * The tokeniser library (DJL) reports every start on an Amazon host to its makers: it asks the instance's metadata
 * service for the instance id and sends that to a bucket. A product that holds clients' inventories calls nobody.
 */
final class TokeniserTelemetry {
    /** DJL reads environment variables and system properties of these names; the latter are for us to set. */
    private static final String OPT_OUT = "OPT_OUT_TRACKING";

    /** Also keeps it from fetching native libraries; those it needs are in its jar. */
    private static final String OFFLINE = "ai.djl.offline";

    private TokeniserTelemetry() {}

    /** To be called before the first tokeniser is made. */
    static void switchOff() {
        System.setProperty(OPT_OUT, "true");
        System.setProperty(OFFLINE, "true");
    }
}
