package io.modernize.cmdb.similarity.listing.graphql;

import io.modernize.cmdb.similarity.listing.AssetOrder;

/** GraphQL enum {@code AssetSortField}. */
enum AssetSortFieldPayload {
    NAME(AssetOrder.Field.NAME),
    CI_CLASS(AssetOrder.Field.CI_CLASS),
    ENVIRONMENT(AssetOrder.Field.ENVIRONMENT),
    UPDATED_AT(AssetOrder.Field.UPDATED_AT),
    CPU_COUNT(AssetOrder.Field.CPU_COUNT),
    MEMORY_MIB(AssetOrder.Field.MEMORY_MIB),
    STORAGE_GIB(AssetOrder.Field.STORAGE_GIB);

    private final AssetOrder.Field field;

    AssetSortFieldPayload(AssetOrder.Field field) {
        this.field = field;
    }

    AssetOrder.Field toDomain() {
        return field;
    }
}
