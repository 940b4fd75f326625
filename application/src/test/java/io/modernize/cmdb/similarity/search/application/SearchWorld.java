package io.modernize.cmdb.similarity.search.application;

import io.modernize.cmdb.embedding.AssetDocumentTemplate;
import io.modernize.cmdb.embedding.Distance;
import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingSpaceId;
import io.modernize.cmdb.embedding.application.EmbedDueAssets;
import io.modernize.cmdb.embedding.application.EmbeddingModels;
import io.modernize.cmdb.embedding.application.HashingEmbeddingModel;
import io.modernize.cmdb.embedding.application.RememberedDocuments;
import io.modernize.cmdb.embedding.spaces.application.InMemoryEmbeddingSpaces;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.application.InMemoryAssetCatalog;
import io.modernize.cmdb.similarity.search.SimilarAssets;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TwoClients;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Assets and embeddings in memory, with one active space. */
final class SearchWorld {
    final TwoClients clients = TwoClients.random();
    final HashingEmbeddingModel model = new HashingEmbeddingModel(256);
    final InMemoryAssetCatalog catalog = new InMemoryAssetCatalog();
    final InMemoryEmbeddingIndex index = new InMemoryEmbeddingIndex(catalog);
    final InMemoryTextIndex texts = new InMemoryTextIndex(catalog, index, this::space);
    private final EmbeddingSpace space = new EmbeddingSpace(
            new EmbeddingSpaceId(UUID.randomUUID()),
            model.profile().provider(),
            model.profile().model(),
            256,
            Distance.COSINE,
            AssetDocumentTemplate.VERSION);
    final InMemoryEmbeddingSpaces spaces = new InMemoryEmbeddingSpaces(space);

    private EmbeddingSpace space() {
        return space;
    }

    /** The id of a new asset of that name and description. */
    AssetId save(TenantScope scope, EngagementId engagementId, String name, String description) {
        AssetAttributes attributes = AssetAttributes.named(name)
                .description(description)
                .environment(name)
                .build();
        catalog.save(scope, engagementId, List.of(new AssetDraft(new AssetKey("servicenow", name), attributes)));
        return catalog.all(scope)
                .filter(asset -> asset.attributes().name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** The id of an Oracle database of Northwind's exit, among a printer, a database of its ERP and one of Harbor. */
    AssetId saveFourAndEmbed() {
        AssetId oracle = save(clients.northwindScope(), clients.exit(), "ora", "oracle database billing");
        save(clients.northwindScope(), clients.exit(), "prn", "colour laser printer");
        save(clients.northwindScope(), clients.erp(), "erp", "oracle database");
        save(clients.harborScope(), clients.cloud(), "foreign", "oracle database billing");
        embedAll(clients.northwindScope());
        embedAll(clients.harborScope());
        return oracle;
    }

    private void embedAll(TenantScope scope) {
        EmbedDueAssets embed =
                new EmbedDueAssets(new EmbeddingModels(model, Optional.empty()), new AssetDocumentTemplate());
        index.save(
                scope,
                space,
                embed.embed(space, embed.documents(index.findDue(scope, space, null, 100)), new RememberedDocuments())
                        .embeddings());
    }

    static List<String> names(SimilarAssets found) {
        return found.hits().stream().map(hit -> hit.asset().attributes().name()).toList();
    }
}
