package io.modernize.cmdb.embedding.application;

import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.ContentHash;
import io.modernize.cmdb.tenancy.EngagementId;

/**
 * What embedding needs of a due asset. It is small, however large the asset is, so that many can wait for the model.
 *
 * @param document the text that is embedded, 1 to {@link
 *     io.modernize.cmdb.embedding.AssetDocumentTemplate#MAX_LENGTH} characters
 * @param contentHash the hash of the content that the document was made from
 */
public record DueDocument(AssetId assetId, EngagementId engagementId, ContentHash contentHash, String document) {}
