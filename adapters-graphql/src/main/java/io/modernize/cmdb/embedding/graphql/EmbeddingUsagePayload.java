package io.modernize.cmdb.embedding.graphql;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** GraphQL type {@code EmbeddingUsage}. */
record EmbeddingUsagePayload(
        LocalDate from,
        LocalDate to,
        List<EmbeddingChargePayload> charges,
        EmbeddingChargePayload total,
        @Nullable Long tokensPerDay,
        Long tokensToday) {}
