package io.modernize.cmdb.inventory.graphql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** GraphQL type {@code ImportRejections}. */
record ImportRejectionsPayload(
        List<ImportRejectionPayload> rows, @Nullable String endCursor, boolean hasMore) {}
