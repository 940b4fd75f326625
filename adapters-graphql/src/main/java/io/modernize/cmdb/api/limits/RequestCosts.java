package io.modernize.cmdb.api.limits;

/** The costs of a request before anything of it is run, and of its answer afterwards, in points. */
public final class RequestCosts {
    /** The cost of a request to GraphQL, even if it is refused: it is read, and its caller is looked up. */
    public static final long GRAPHQL = 100;

    /** The cost of a request to any other address. The one that matters uploads a file into the database. */
    public static final long OTHER = 10_000;

    /** The bytes of an answer that the request has paid for. */
    static final long FREE_ANSWER_BYTES = 64 * 1024L;

    private static final long BYTES_OF_A_POINT = 1024;

    /** The cost of each kibibyte that is uploaded. It is charged while the file is read, beside {@link #OTHER}. */
    public static final long UPLOADED_KIBIBYTE = 1;

    private RequestCosts() {}

    /** The points that an answer costs in addition: one for each KiB beyond the first 64. */
    public static long ofAnswer(long bytes) {
        return Math.max(0, bytes - FREE_ANSWER_BYTES) / BYTES_OF_A_POINT;
    }
}
