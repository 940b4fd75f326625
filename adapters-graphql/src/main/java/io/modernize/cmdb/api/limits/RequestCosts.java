package io.modernize.cmdb.api.limits;

/** What a request costs before anything of it is run, in points. */
public final class RequestCosts {
    /** A request to GraphQL, also one that is refused: it is read, and its caller is looked up. */
    public static final long GRAPHQL = 100;

    /** A request to any other address. The one that matters takes a file into the database. */
    public static final long OTHER = 10_000;

    private RequestCosts() {}
}
