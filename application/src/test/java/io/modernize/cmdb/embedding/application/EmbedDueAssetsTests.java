package io.modernize.cmdb.embedding.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modernize.cmdb.embedding.AssetDocumentTemplate;
import io.modernize.cmdb.embedding.Distance;
import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingSpaceId;
import io.modernize.cmdb.embedding.ModelProfile;
import io.modernize.cmdb.embedding.application.EmbeddingStore.AssetEmbedding;
import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.ContentHash;
import io.modernize.cmdb.tenancy.EngagementId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EmbedDueAssetsTests {
    private final HashingEmbeddingModel model = new HashingEmbeddingModel(64);
    private final AssetDocumentTemplate template = new AssetDocumentTemplate();
    private final EmbedDueAssets embed = embedding(model);
    private final RememberedDocuments remembered = new RememberedDocuments();
    private final EmbeddingSpace space = space(64, model.profile().model(), AssetDocumentTemplate.VERSION);

    private EmbedDueAssets embedding(EmbeddingModel ofSpace) {
        return new EmbedDueAssets(new EmbeddingModels(ofSpace, Optional.empty()), template);
    }

    @Test
    void embedsTheDocumentOfEachAssetInTheirOrder() {
        Asset web = asset("web");
        Asset database = asset("database");

        List<AssetEmbedding> embeddings = embed.embed(space, embed.documents(List.of(web, database)), remembered)
                .embeddings();

        assertThat(embeddings)
                .containsExactly(
                        new AssetEmbedding(
                                web.id(),
                                web.engagementId(),
                                model.vectorOf(template.render(web.attributes())),
                                web.contentHash()),
                        new AssetEmbedding(
                                database.id(),
                                database.engagementId(),
                                model.vectorOf(template.render(database.attributes())),
                                database.contentHash()));
        assertThat(model.documentCalls()).isEqualTo(1);
    }

    @Test
    void embedsWhatAnAssetRunsOn() {
        Asset bare = asset("web");
        Asset web = new Asset(
                bare.id(),
                bare.engagementId(),
                bare.key(),
                bare.attributes(),
                "Runs on: esx-01",
                bare.contentHash(),
                bare.updatedAt());

        assertThat(embed.embed(space, embed.documents(List.of(web)), remembered).embeddings())
                .extracting(AssetEmbedding::vector)
                .containsExactly(model.vectorOf("web. Runs on: esx-01"));
    }

    @Test
    void refusesASpaceOfAnotherModelOrTemplateWithoutAskingTheModel() {
        String name = model.profile().model();
        for (EmbeddingSpace foreign : List.of(
                space(65, name, AssetDocumentTemplate.VERSION),
                space(64, "another", AssetDocumentTemplate.VERSION),
                space(64, name, AssetDocumentTemplate.VERSION + 1))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> embed.embed(foreign, embed.documents(List.of(asset("web"))), remembered));
        }
        assertThat(model.documentCalls()).isZero();
    }

    @Test
    void passesOnThatTheModelIsUnavailable() {
        EmbeddingUnavailableException failure =
                new EmbeddingUnavailableException(EmbeddingUnavailableException.Reason.OVERLOADED, "busy");
        model.failNext(1, failure);

        assertThatThrownBy(() -> embed.embed(space, embed.documents(List.of(asset("web"))), remembered))
                .isSameAs(failure);
    }

    @Test
    void asksForNoMoreThanTheModelTakesNorThanKeepsProgressVisible() {
        assertThat(embed.capacity(space)).isEqualTo(new BulkCapacity(64, 1));
        assertThat(embedding(new HashingEmbeddingModel(new ModelProfile("hashing", "small", 8, 16, 512)))
                        .capacity(space(8, "small", AssetDocumentTemplate.VERSION)))
                .isEqualTo(new BulkCapacity(16, 1));
    }

    @Test
    void embedsEqualDocumentsOnce() {
        List<Asset> twins = List.of(asset("web"), asset("database"), asset("web"));

        EmbeddedAssets embedded = embed.embed(space, embed.documents(twins), remembered);
        EmbeddedAssets later = embed.embed(space, embed.documents(List.of(asset("web"))), remembered);

        assertThat(embedded.embeddings())
                .extracting(AssetEmbedding::assetId)
                .containsExactlyElementsOf(twins.stream().map(Asset::id).toList());
        assertThat(embedded.embeddings().getLast().vector())
                .isEqualTo(embedded.embeddings().getFirst().vector());
        assertThat(embedded.charge()).isEqualTo(new EmbeddingCharge(0, 2, 1));
        assertThat(later.embeddings()).hasSize(1);
        assertThat(later.charge()).isEqualTo(EmbeddingCharge.NOTHING);
        assertThat(model.documentsEmbedded()).isEqualTo(2);
    }

    @Test
    void sharesNothingBetweenRuns() {
        embed.embed(space, embed.documents(List.of(asset("web"))), remembered);
        embed.embed(space, embed.documents(List.of(asset("web"))), new RememberedDocuments());

        assertThat(model.documentsEmbedded()).isEqualTo(2);
    }

    @Test
    void embedsAgainWhatFailed() {
        model.failNext(1, new EmbeddingUnavailableException(EmbeddingUnavailableException.Reason.OVERLOADED, "busy"));
        Asset web = asset("web");
        assertThatThrownBy(() -> embed.embed(space, embed.documents(List.of(web)), remembered))
                .isInstanceOf(EmbeddingUnavailableException.class);

        assertThat(embed.embed(space, embed.documents(List.of(web)), remembered).embeddings())
                .hasSize(1);
    }

    @Test
    void remembersNoMoreThanItsBound() {
        for (int i = 0; i < RememberedDocuments.MOST; i++) {
            remembered.claim("server " + i);
        }
        assertThat(remembered.claim("server 0").first()).isFalse();

        remembered.claim("one more");

        assertThat(remembered.claim("server 0").first()).isFalse();
        assertThat(remembered.claim("server 1").first()).isTrue();
    }

    private EmbeddingSpace space(int dimensions, String name, int templateVersion) {
        return new EmbeddingSpace(
                new EmbeddingSpaceId(UUID.randomUUID()),
                model.profile().provider(),
                name,
                dimensions,
                Distance.COSINE,
                templateVersion);
    }

    private static Asset asset(String name) {
        AssetAttributes attributes = AssetAttributes.named(name).build();
        return new Asset(
                new AssetId(UUID.randomUUID()),
                new EngagementId(UUID.randomUUID()),
                new AssetKey("servicenow", name),
                attributes,
                "",
                ContentHash.ofContent(attributes),
                Instant.EPOCH);
    }
}
