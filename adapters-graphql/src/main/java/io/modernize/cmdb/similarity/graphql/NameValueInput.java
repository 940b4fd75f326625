package io.modernize.cmdb.similarity.graphql;

/** GraphQL input {@code NameValueInput}. */
record NameValueInput(String name, String value) {}
