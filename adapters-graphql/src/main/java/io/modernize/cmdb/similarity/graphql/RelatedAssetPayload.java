package io.modernize.cmdb.similarity.graphql;

import io.modernize.cmdb.inventory.application.RelatedAssets;

/** GraphQL type {@code RelatedAsset}. */
record RelatedAssetPayload(Direction direction, String type, AssetPayload asset) {
    /** GraphQL enum {@code RelationDirection}. */
    enum Direction {
        OUTGOING,
        INCOMING;

        static Direction from(RelatedAssets.Direction direction) {
            return switch (direction) {
                case OUTGOING -> OUTGOING;
                case INCOMING -> INCOMING;
            };
        }
    }
}
