package io.modernize.cmdb.embedding.graphql;

import java.util.Currency;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the costs that callers see.
 *
 * @param currency of all prices of embedding models, as a code of ISO 4217. Costs are stored as numbers, so a change does
 *     not convert those of the past
 */
@ConfigurationProperties("cmdb.embedding")
record CostProperties(@DefaultValue("USD") String currency) {
    /** Throws {@link IllegalArgumentException} if the currency does not exist. */
    CostProperties {
        if (!isKnown(currency)) {
            throw new IllegalArgumentException("cmdb.embedding.currency is \"" + currency
                    + "\"; it must be a code of ISO 4217 in capital letters, for example EUR");
        }
    }

    private static boolean isKnown(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
    }
}
