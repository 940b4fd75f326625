package io.modernize.cmdb.testsupport.attacks;

import java.util.List;

/** The GraphQL documents of the attacks. */
public final class AttackDocuments {
    static final String START_IMPORT = """
        mutation ($engagement: ID!, $upload: ID!) {
          startImport(input: {engagementId: $engagement, uploadId: $upload}) { errors { code } job { id } } }\
        """;

    static final String JOB = "query ($id: ID!) { job(id: $id) { status message } }";

    static final String START_EMBEDDING = """
        mutation ($engagement: ID!) {
          startEmbedding(input: {engagementId: $engagement}) { errors { code } job { id } } }\
        """;

    static final String START_DUPLICATES = """
        mutation ($engagement: ID!) {
          startDuplicateSearch(input: {engagementId: $engagement}) { errors { code } job { id } } }\
        """;

    static final String RESTART = "mutation ($id: ID!) { restartJob(input: {id: $id}) { errors { code } } }";

    static final String RENAME = """
        mutation ($engagement: ID!) {
          renameEngagement(input: {id: $engagement, name: "mine"}) { errors { code } } }\
        """;

    static final String LEXICAL = """
        query ($text: String!) { findSimilarAssets(queryText: $text, mode: LEXICAL, topK: 100) {
          candidates hits { score asset { id name }
            explanation { text { score highlights { field passage { match text } } } } } } }\
        """;

    static final String LEXICAL_FILTERED = """
        query ($text: String!) { findSimilarAssets(queryText: $text, mode: LEXICAL, topK: 100,
          filter: {attributes: [{name: "zone", value: "a"}]}) { candidates hits { score asset { id } } } }\
        """;

    static final String LIKE = """
        query ($id: ID!) { assetsLike(assetId: $id, mode: HYBRID, topK: 100) { hits { score asset { id name } } } }\
        """;

    static final String HYBRID = """
        query ($text: String!) { findSimilarAssets(queryText: $text, mode: HYBRID, topK: 10) {
          hits { score asset { id name } } } }\
        """;

    static final String BIG = """
        query ($text: String!) {
          a: findSimilarAssets(queryText: $text, mode: LEXICAL, topK: 100) { ...All }
          b: findSimilarAssets(queryText: $text, mode: LEXICAL, topK: 100) { ...All }
          c: findSimilarAssets(queryText: $text, mode: LEXICAL, topK: 100) { ...All } }
        fragment All on SimilarAssets { hits { asset { id name description sourceAttributes { name value } } } }\
        """;

    static final String PROGRESS = "subscription ($id: ID!) { jobProgress(id: $id) { status read total } }";

    /** All of them, so that a test can compare them with the schema. */
    public static List<String> all() {
        return List.of(
                START_IMPORT,
                JOB,
                START_EMBEDDING,
                START_DUPLICATES,
                RESTART,
                RENAME,
                LEXICAL,
                LEXICAL_FILTERED,
                LIKE,
                HYBRID,
                BIG,
                PROGRESS,
                RandomDocumentAttack.document(1));
    }

    private AttackDocuments() {}
}
