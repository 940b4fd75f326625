package io.modernize.cmdb.embedding.graphql;

import java.math.BigDecimal;

/** GraphQL type {@code Money}. */
record MoneyPayload(BigDecimal amount, String currency) {}
