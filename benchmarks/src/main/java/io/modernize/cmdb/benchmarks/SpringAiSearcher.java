package io.modernize.cmdb.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.UUID;
import org.springframework.ai.document.Document;
import org.springframework.ai.vectorstore.SearchRequest;
import org.springframework.ai.vectorstore.filter.FilterExpressionBuilder;
import org.springframework.ai.vectorstore.filter.FilterExpressionBuilder.Op;
import org.springframework.ai.vectorstore.pgvector.PgVectorStore;

/** Searches with {@code PgVectorStore.similaritySearch} on a pool of its own. */
record SpringAiSearcher(String name, HikariDataSource pool, PgVectorStore store, KnownTexts texts) implements Searcher {

    @Override
    public List<UUID> search(Search search) {
        Question question = search.question();
        FilterExpressionBuilder filter = new FilterExpressionBuilder();
        Op client =
                filter.eq(Metadata.CLIENT, Dataset.clientId(question.client()).toString());
        Op all = search.condition()
                .map(condition ->
                        filter.and(client, filter.eq(condition.attribute().column(), condition.value())))
                .orElse(client);
        // The look-up stands for an embedding model and costs next to nothing.
        texts.put(question.text(), question.vector());
        List<Document> documents = store.similaritySearch(SearchRequest.builder()
                .query(question.text())
                .topK(search.topK())
                .filterExpression(all.build())
                .build());
        return documents.stream()
                .map(document -> UUID.fromString(document.getId()))
                .toList();
    }

    @Override
    public void close() {
        pool.close();
    }
}
