package io.modernize.cmdb.administration.engagements.graphql;

/** GraphQL input {@code CreateEngagementInput}. */
record CreateEngagementInput(String slug, String name) {}
