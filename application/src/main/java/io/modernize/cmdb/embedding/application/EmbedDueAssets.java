package io.modernize.cmdb.embedding.application;

import io.modernize.cmdb.embedding.AssetDocumentTemplate;
import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.application.EmbedDespiteRefusals.DocumentOutcome;
import io.modernize.cmdb.embedding.application.EmbeddingRefusals.AssetRefusal;
import io.modernize.cmdb.embedding.application.EmbeddingStore.AssetEmbedding;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException.Reason;
import io.modernize.cmdb.embedding.application.RememberedDocuments.Claim;
import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutionException;

/**
 * Embeds assets that are new or have changed. The caller stores the result, so that no transaction spans a call of the
 * model. The class is safe for concurrent use.
 */
public final class EmbedDueAssets {
    private final EmbeddingModels models;
    private final AssetDocumentTemplate template;

    public EmbedDueAssets(EmbeddingModels models, AssetDocumentTemplate template) {
        this.models = models;
        this.template = template;
    }

    /** Whether the configured models and the template can embed assets in the space. */
    public boolean fills(EmbeddingSpace space) {
        return models.fill(space);
    }

    /** The number of assets for one call of the space's model, and the number of calls at once, as of now. */
    public BulkCapacity capacity(EmbeddingSpace space) {
        return models.of(space).bulkCapacity();
    }

    /** The price of a million tokens of the space's model. Empty if it is not known, or if there is none. */
    public OptionalDouble pricePerMillionTokens(EmbeddingSpace space) {
        return models.of(space).pricePerMillionTokens();
    }

    /** What is embedded of the assets, in the same order. */
    public List<DueDocument> documents(List<Asset> assets) {
        return assets.stream()
                .map(asset -> new DueDocument(
                        asset.id(),
                        asset.engagementId(),
                        asset.contentHash(),
                        template.render(asset.attributes(), asset.relations())))
                .toList();
    }

    /**
     * Embeds the documents of assets, and returns their outcomes in the same order. Equal documents are embedded once. If another
     * thread embeds a document, this method waits for it.
     *
     * @param due at least 1, and at most as many as one call takes
     * @param remembered the documents of this run and client account
     * @throws EmbeddingUnavailableException if the model gives no vectors, for any other reason than a refusal of
     *     single documents
     * @throws IllegalArgumentException if no configured model and template belong to the space
     */
    public EmbeddedAssets embed(EmbeddingSpace space, List<DueDocument> due, RememberedDocuments remembered) {
        if (!models.fill(space)) {
            throw new IllegalArgumentException("no configured model and template are those of space " + space);
        }
        EmbedDespiteRefusals despiteRefusals = new EmbedDespiteRefusals(models.of(space));
        Map<AssetId, DocumentOutcome> outcomes = new HashMap<>();
        EmbeddingCharge charge = EmbeddingCharge.NOTHING;
        List<DueDocument> open = due;
        // Again only for what somebody else had begun and failed with.
        while (!open.isEmpty()) {
            Map<AssetId, Claim> claims = new LinkedHashMap<>();
            for (DueDocument one : open) {
                claims.put(one.assetId(), remembered.claim(one.document()));
            }
            charge = charge.and(embedFirst(
                    despiteRefusals,
                    claims.values().stream().filter(Claim::first).toList(),
                    remembered));
            claims.forEach((id, claim) -> outcome(claim).ifPresent(outcome -> outcomes.put(id, outcome)));
            open = due.stream()
                    .filter(one -> !outcomes.containsKey(one.assetId()))
                    .toList();
        }
        return settled(due, outcomes, charge);
    }

    /**
     * Embeds the documents of all claims. All claims are decided when this method returns or throws, because other
     * threads wait for them.
     */
    private static EmbeddingCharge embedFirst(
            EmbedDespiteRefusals despiteRefusals, List<Claim> claims, RememberedDocuments remembered) {
        if (claims.isEmpty()) {
            return EmbeddingCharge.NOTHING;
        }
        try {
            EmbedDespiteRefusals.Result result =
                    despiteRefusals.embed(claims.stream().map(Claim::document).toList());
            for (int i = 0; i < claims.size(); i++) {
                claims.get(i).outcome().complete(result.outcomes().get(i));
            }
            return new EmbeddingCharge(result.tokens().orElse(0), claims.size(), result.calls());
        } catch (RuntimeException | Error e) {
            claims.forEach(claim -> remembered.fail(claim, e));
            throw e;
        }
    }

    /** The outcome of a claim. Empty if the thread that had to embed the document failed. */
    private static Optional<DocumentOutcome> outcome(Claim claim) {
        try {
            return Optional.of(claim.outcome().get());
        } catch (ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddingUnavailableException(
                    Reason.UNREACHABLE, "interrupted while waiting for an equal document", null, e);
        }
    }

    private static EmbeddedAssets settled(
            List<DueDocument> due, Map<AssetId, DocumentOutcome> outcomes, EmbeddingCharge charge) {
        List<AssetEmbedding> embeddings = new ArrayList<>(due.size());
        List<AssetRefusal> refusals = new ArrayList<>();
        for (DueDocument one : due) {
            switch (Objects.requireNonNull(outcomes.get(one.assetId()))) {
                case DocumentOutcome.Embedded(var vector) ->
                    embeddings.add(new AssetEmbedding(one.assetId(), one.engagementId(), vector, one.contentHash()));
                case DocumentOutcome.Refused(var reason) ->
                    refusals.add(new AssetRefusal(one.assetId(), one.engagementId(), one.contentHash(), reason));
            }
        }
        return new EmbeddedAssets(embeddings, refusals, charge);
    }
}
