package io.modernize.cmdb.similarity.details.graphql;

import java.util.List;

/** GraphQL type {@code RelatedAssets}. */
record RelatedAssetsPayload(List<RelatedAssetPayload> related, Long total) {
    static final RelatedAssetsPayload NONE = new RelatedAssetsPayload(List.of(), 0L);
}
