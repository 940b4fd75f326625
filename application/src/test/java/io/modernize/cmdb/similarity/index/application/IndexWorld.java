package io.modernize.cmdb.similarity.index.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingSpaceId;
import io.modernize.cmdb.embedding.spaces.application.InMemoryEmbeddingSpaces;
import io.modernize.cmdb.inventory.application.InMemoryAssetCatalog;
import io.modernize.cmdb.similarity.index.KnobTuning;
import io.modernize.cmdb.similarity.search.application.ForgetfulEmbeddingIndex;
import io.modernize.cmdb.similarity.search.application.InMemoryEmbeddingIndex;
import io.modernize.cmdb.similarity.search.application.RandomVectors;
import io.modernize.cmdb.similarity.spaces.application.InactiveSpaces;
import io.modernize.cmdb.tenancy.application.InMemoryTenantTransactions;
import io.modernize.cmdb.tenancy.application.TwoClients;
import java.time.Duration;
import java.util.UUID;

/** Embeddings, indexes and audits in memory, with one active space, and searches that forget below a knob of its own. */
final class IndexWorld {
    final TwoClients clients = TwoClients.random();
    final InMemoryAssetCatalog catalog = new InMemoryAssetCatalog();
    final InMemoryEmbeddingIndex store = new InMemoryEmbeddingIndex(catalog);
    final RandomVectors vectors = new RandomVectors(catalog, store);
    final ForgetfulEmbeddingIndex search;
    final InMemoryVectorIndexes indexes;
    final InMemoryRecallAudits audits = new InMemoryRecallAudits();
    private final EmbeddingSpace space = InactiveSpaces.create(8);
    final InMemoryEmbeddingSpaces spaces = new InMemoryEmbeddingSpaces(space);

    IndexWorld() {
        this(200);
    }

    IndexWorld(int border) {
        search = new ForgetfulEmbeddingIndex(store, border);
        indexes = new InMemoryVectorIndexes(catalog, store, search);
    }

    /** With ten samples. */
    AuditRecall auditRecall(double targetRecall, Duration timeLimit) {
        return new AuditRecall(
                spaces,
                indexes,
                indexes,
                audits,
                new InMemoryTenantTransactions(),
                new MeasureRecall(
                        new InMemoryVectorSamples(catalog, store),
                        search,
                        new MeasureRecall.Settings(new KnobTuning(targetRecall), 10, timeLimit),
                        search));
    }

    void embed(int count) {
        embed(space, count);
    }

    void embed(EmbeddingSpace into, int count) {
        vectors.add(clients.northwindScope(), clients.exit(), into, count);
    }

    EmbeddingSpace anotherSpace() {
        return new EmbeddingSpace(
                new EmbeddingSpaceId(UUID.randomUUID()),
                "test",
                "another",
                space.dimensions(),
                space.distance(),
                space.templateVersion());
    }
}
