package io.modernize.cmdb.similarity.listing.graphql;

import io.modernize.cmdb.api.errors.CommonRefusals;
import io.modernize.cmdb.similarity.assets.graphql.AssetFilterInput;
import io.modernize.cmdb.similarity.assets.graphql.SearchArguments;
import io.modernize.cmdb.similarity.filter.AssetSelection;
import org.jspecify.annotations.Nullable;

/** The arguments of the fields {@code Query.assets} and {@code Engagement.assets}. */
record AssetListArguments(
        @Nullable Integer first,
        @Nullable String after,
        @Nullable Integer last,
        @Nullable String before,
        @Nullable AssetFilterInput filter,
        @Nullable String namePrefix,
        @Nullable AssetSortInput sort) {
    private static final int MAX_PREFIX = 200;

    PageArguments page() {
        return PageArguments.of(first, after, last, before);
    }

    AssetSelection selection() {
        return new AssetSelection(AssetFilterInput.toDomain(filter), prefix());
    }

    private @Nullable String prefix() {
        if (namePrefix == null || namePrefix.isEmpty()) {
            return null;
        }
        if (namePrefix.length() > MAX_PREFIX) {
            throw CommonRefusals.badInput(
                    "namePrefix", "namePrefix is too long.", "Send at most " + MAX_PREFIX + " characters.");
        }
        SearchArguments.requireStorable("namePrefix", namePrefix);
        return namePrefix;
    }
}
