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
record CostProperties(@DefaultValue("USD") Currency currency) {}
