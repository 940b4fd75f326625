package io.modernize.cmdb.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.pgvector.PgVectorEmbeddingStore;
import java.util.List;

/** Writes with {@code PgVectorEmbeddingStore.addAll} and {@code removeAll}. */
record LangChain4jWriter(HikariDataSource pool, PgVectorEmbeddingStore store) implements Writer {

    @Override
    public void save(List<Row> rows, List<float[]> vectors) {
        store.addAll(
                rows.stream().map(row -> row.id().toString()).toList(),
                vectors.stream().map(Embedding::from).toList(),
                rows.stream()
                        .map(row -> TextSegment.from(
                                row.content(), Metadata.from(io.modernize.cmdb.benchmarks.Metadata.of(row))))
                        .toList());
    }

    @Override
    public void delete(List<Row> rows) {
        store.removeAll(rows.stream().map(row -> row.id().toString()).toList());
    }

    @Override
    public void close() {
        pool.close();
    }
}
