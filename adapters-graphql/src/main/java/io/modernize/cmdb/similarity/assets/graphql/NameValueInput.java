package io.modernize.cmdb.similarity.assets.graphql;

/** GraphQL input {@code NameValueInput}. */
record NameValueInput(String name, String value) {}
