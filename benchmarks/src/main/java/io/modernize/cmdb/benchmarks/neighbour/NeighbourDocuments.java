package io.modernize.cmdb.benchmarks.neighbour;

import java.util.List;

/** The GraphQL documents of the tenant that is measured, and of those who prepare tenants. */
public final class NeighbourDocuments {
    static final String SEARCH = """
        query ($text: String!) { findSimilarAssets(queryText: $text, mode: HYBRID, topK: 10) {
          hits { score stale asset { id name ciClass environment location } } } }\
        """;

    static final String START_IMPORT = """
        mutation ($engagement: ID!, $upload: ID!) {
          startImport(input: {engagementId: $engagement, uploadId: $upload}) { errors { code } job { id } } }\
        """;

    static final String JOB = "query ($id: ID!) { job(id: $id) { status message } }";

    static final String COVERAGE = "query { embeddingCoverage { assets current } }";

    static final String ENGAGEMENTS = "query { engagements { id } }";

    static final String CREATE_ENGAGEMENT = """
        mutation ($slug: String!) {
          createEngagement(input: {slug: $slug, name: $slug}) { errors { code } engagement { id } } }\
        """;

    static final String GRANT = """
        mutation ($directory: ID!, $identity: ID!) {
          grantMembership(input: {directoryTenantId: $directory, objectId: $identity, role: ANALYST}) {
            errors { code } } }\
        """;

    /** All of them, so that a test can compare them with the schema. */
    public static List<String> all() {
        return List.of(SEARCH, START_IMPORT, JOB, COVERAGE, ENGAGEMENTS, CREATE_ENGAGEMENT, GRANT);
    }

    private NeighbourDocuments() {}
}
