package io.modernize.cmdb.similarity.listing.graphql;

import io.modernize.cmdb.similarity.assets.graphql.AssetPayload;

/** GraphQL type {@code AssetEdge}. */
record AssetEdgePayload(AssetPayload node, String cursor) {}
