package io.modernize.cmdb.similarity.listing.graphql;

import org.jspecify.annotations.Nullable;

/** GraphQL type {@code PageInfo}. */
record PageInfoPayload(
        boolean hasNextPage,
        boolean hasPreviousPage,
        @Nullable String startCursor,
        @Nullable String endCursor) {}
