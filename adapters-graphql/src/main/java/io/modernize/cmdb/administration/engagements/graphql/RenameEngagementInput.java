package io.modernize.cmdb.administration.engagements.graphql;

/** GraphQL input {@code RenameEngagementInput}. */
record RenameEngagementInput(String id, String name) {}
