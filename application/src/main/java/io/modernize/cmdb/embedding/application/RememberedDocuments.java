package io.modernize.cmdb.embedding.application;

import io.modernize.cmdb.embedding.application.EmbedDespiteRefusals.DocumentOutcome;
import io.modernize.cmdb.inventory.ContentHash;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * What became of the documents of one run, so that equal ones are embedded once. Belongs to one run of one client
 * account and is never shared: what another client account's documents cost must not show in this one's.
 *
 * <p>Holds the last {@value #MOST} different documents that were asked for, by hash: some 16 MB at 1,024 dimensions. Safe
 * for concurrent use.
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
     * A document that is wanted.
     *
     * @param outcome completes when whoever was first has embedded it, exceptionally where that failed
     * @param first whether the claimant is to embed it: it has to complete the outcome in any case
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

    /** The next one to want the document is to embed it. */
    void fail(Claim claim, Throwable failure) {
        synchronized (this) {
            outcomes.remove(claim.hash(), claim.outcome());
        }
        claim.outcome().completeExceptionally(failure);
    }
}
