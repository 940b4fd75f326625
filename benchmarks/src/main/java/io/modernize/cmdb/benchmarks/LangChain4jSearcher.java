package io.modernize.cmdb.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.filter.Filter;
import dev.langchain4j.store.embedding.filter.MetadataFilterBuilder;
import dev.langchain4j.store.embedding.pgvector.PgVectorEmbeddingStore;
import java.util.List;
import java.util.UUID;

/** Searches with {@code PgVectorEmbeddingStore.search} on a pool of its own. */
record LangChain4jSearcher(String name, HikariDataSource pool, PgVectorEmbeddingStore store) implements Searcher {

    @Override
    public List<UUID> search(Search search) {
        Question question = search.question();
        Filter client = MetadataFilterBuilder.metadataKey(Metadata.CLIENT)
                .isEqualTo(Dataset.clientId(question.client()).toString());
        Filter all = search.condition()
                .map(condition -> client.and(
                        MetadataFilterBuilder.metadataKey(condition.attribute().column())
                                .isEqualTo(condition.value())))
                .orElse(client);
        return store
                .search(EmbeddingSearchRequest.builder()
                        .queryEmbedding(Embedding.from(question.vector()))
                        .maxResults(search.topK())
                        .filter(all)
                        .build())
                .matches()
                .stream()
                .map(match -> UUID.fromString(match.embeddingId()))
                .toList();
    }

    @Override
    public void close() {
        pool.close();
    }
}
