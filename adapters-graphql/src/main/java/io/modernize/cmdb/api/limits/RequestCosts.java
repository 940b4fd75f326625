package io.modernize.cmdb.api.limits;

/** The costs of a request before anything of it is run, in points. */
public final class RequestCosts {
    /** The cost of a request to GraphQL, even if it is refused: it is read, and its caller is looked up. */
    public static final long GRAPHQL = 100;

    /** The cost of a request to any other address. The one that matters uploads a file into the database. */
    public static final long OTHER = 10_000;

    /** The cost of each kibibyte that is uploaded. It is charged while the file is read, beside {@link #OTHER}. */
    public static final long UPLOADED_KIBIBYTE = 1;

    private RequestCosts() {}
}
