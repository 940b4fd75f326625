package io.modernize.cmdb.jobs.graphql;

import org.jspecify.annotations.Nullable;

/** GraphQL input {@code StartOffboardingInput}. Its {@code engagementId} is not here: it has become part of the scope. */
record StartOffboardingInput(String confirm, @Nullable Boolean export) {}
