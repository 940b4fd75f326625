package io.modernize.cmdb.embedding.deepinfra;

/** What a model wants put before a text, so that queries and documents are embedded as such. Empty for none. */
record Prompts(String queryPrefix, String documentPrefix) {
    static final Prompts NONE = new Prompts("", "");

    String query(String text) {
        return queryPrefix + text;
    }

    String document(String text) {
        return documentPrefix + text;
    }
}
