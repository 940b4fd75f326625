package io.modernize.cmdb.embedding.deepinfra;

/**
 * The texts that a model wants before an input, so that queries and documents are embedded as such. An empty text is
 * none.
 */
record Prompts(String queryPrefix, String documentPrefix) {
    static final Prompts NONE = new Prompts("", "");

    String query(String text) {
        return queryPrefix + text;
    }

    String document(String text) {
        return documentPrefix + text;
    }
}
