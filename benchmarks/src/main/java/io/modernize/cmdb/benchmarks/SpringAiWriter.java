package io.modernize.cmdb.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.ai.document.Document;
import org.springframework.ai.vectorstore.pgvector.PgVectorStore;

/** Writes with {@code PgVectorStore.add} and {@code delete}. */
record SpringAiWriter(HikariDataSource pool, PgVectorStore store, KnownTexts texts) implements Writer {

    @Override
    public void save(List<Row> rows, List<float[]> vectors) {
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            texts.put(row.content(), vectors.get(i));
            documents.add(new Document(row.id().toString(), row.content(), new LinkedHashMap<>(Metadata.of(row))));
        }
        store.add(documents);
        rows.forEach(row -> texts.remove(row.content()));
    }

    @Override
    public void delete(List<Row> rows) {
        store.delete(rows.stream().map(row -> row.id().toString()).toList());
    }

    @Override
    public void close() {
        pool.close();
    }
}
