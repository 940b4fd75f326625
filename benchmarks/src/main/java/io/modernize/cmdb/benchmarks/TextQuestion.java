package io.modernize.cmdb.benchmarks;

import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.function.Predicate;

/**
 * A question as somebody types it.
 *
 * @param vector a vector near that of the asset that is meant
 * @param expected whether an asset is a good first hit
 */
record TextQuestion(
        Kind kind, TenantScope scope, String text, AssetFilter filter, float[] vector, Predicate<Asset> expected) {

    enum Kind {
        IDENTIFIER("identifier"),
        PREFIX("begin of an identifier"),
        MISTYPED("identifier with a typing error"),
        RARE("two rare words"),
        COMMON("three common words"),
        SENTENCE("sentence of eight words"),
        FILTERED("common words, filter of 10 %"),
        ENGAGEMENT("common words, engagement of 10 %");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }
}
