package io.modernize.cmdb.administration.members.graphql;

/** GraphQL input {@code RevokeMembershipInput}. */
record RevokeMembershipInput(String id) {}
