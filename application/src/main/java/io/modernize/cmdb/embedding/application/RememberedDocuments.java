package io.modernize.cmdb.embedding.application;

import io.modernize.cmdb.embedding.application.EmbedDespiteRefusals.DocumentOutcome;
import io.modernize.cmdb.inventory.ContentHash;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The outcomes of the documents of one run, so that equal documents are embedded once. It belongs to one run of one
 * client account and is never shared: the cost of another client account's documents must not show in this one's.
 *
 * <p>It holds the last {@value #MOST} different documents by hash, which take some 16 MB at 1,024 dimensions. It is
 * safe for concurrent use.
 */
public final class RememberedDocuments {
    static final int MOST = 4_096;

    private static final float LOAD_FACTOR = 0.75f;

    private final Map<ContentHash, CompletableFuture<DocumentOutcome>> outcomes =
            new LinkedHashMap<>(16, LOAD_FACTOR, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<ContentHash, CompletableFuture<DocumentOutcome>> eldest) {
                    return size() > MOST;
                }
            };

    /**
     * A claim of a thread that needs a document.
     *
     * @param outcome completes when the first claimant has embedded the document, or exceptionally if that failed
     * @param first whether the claimant has to embed the document; it must complete the outcome in any case
     */
    record Claim(String document, ContentHash hash, CompletableFuture<DocumentOutcome> outcome, boolean first) {}

    synchronized Claim claim(String document) {
        ContentHash hash = ContentHash.ofText(document);
        CompletableFuture<DocumentOutcome> known = outcomes.get(hash);
        if (known != null) {
            return new Claim(document, hash, known, false);
        }
        CompletableFuture<DocumentOutcome> outcome = new CompletableFuture<>();
        outcomes.put(hash, outcome);
        return new Claim(document, hash, outcome, true);
    }

    /** Fails the claim. The next thread that needs the document has to embed it. */
    void fail(Claim claim, Throwable failure) {
        synchronized (this) {
            outcomes.remove(claim.hash(), claim.outcome());
        }
        claim.outcome().completeExceptionally(failure);
    }
}
