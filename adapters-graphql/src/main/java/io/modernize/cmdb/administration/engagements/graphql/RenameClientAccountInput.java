package io.modernize.cmdb.administration.engagements.graphql;

/** GraphQL input {@code RenameClientAccountInput}. */
record RenameClientAccountInput(String name) {}
