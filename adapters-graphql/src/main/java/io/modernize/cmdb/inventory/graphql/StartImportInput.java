package io.modernize.cmdb.inventory.graphql;

import org.jspecify.annotations.Nullable;

/** GraphQL input {@code StartImportInput}. Its {@code engagementId} is not here: it has become part of the scope. */
record StartImportInput(String uploadId, @Nullable Boolean deleteMissing) {}
