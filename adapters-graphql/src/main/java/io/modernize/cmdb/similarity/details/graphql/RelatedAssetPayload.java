package io.modernize.cmdb.similarity.details.graphql;

import io.modernize.cmdb.inventory.application.RelatedAssets;
import io.modernize.cmdb.similarity.assets.graphql.AssetPayload;

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
