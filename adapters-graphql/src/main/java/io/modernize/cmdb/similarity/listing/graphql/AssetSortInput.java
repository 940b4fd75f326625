package io.modernize.cmdb.similarity.listing.graphql;

import io.modernize.cmdb.similarity.listing.AssetOrder;
import org.jspecify.annotations.Nullable;

/** GraphQL input {@code AssetSortInput}. */
record AssetSortInput(AssetSortFieldPayload field, @Nullable Direction direction) {
    /** GraphQL enum {@code SortDirection}. */
    enum Direction {
        ASC,
        DESC
    }

    static AssetOrder toDomain(@Nullable AssetSortInput input) {
        return input == null
                ? AssetOrder.BY_NAME
                : new AssetOrder(input.field.toDomain(), input.direction == Direction.DESC);
    }
}
