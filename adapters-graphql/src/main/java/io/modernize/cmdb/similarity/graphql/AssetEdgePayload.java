package io.modernize.cmdb.similarity.graphql;

/** GraphQL type {@code AssetEdge}. */
record AssetEdgePayload(AssetPayload node, String cursor) {}
