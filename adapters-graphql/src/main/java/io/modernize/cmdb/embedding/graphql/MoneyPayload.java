package io.modernize.cmdb.embedding.graphql;

import java.math.BigDecimal;
import java.util.Currency;

/** GraphQL type {@code Money}. */
record MoneyPayload(BigDecimal amount, String currency) {
    static MoneyPayload of(BigDecimal amount, Currency currency) {
        return new MoneyPayload(amount, currency.getCurrencyCode());
    }
}
