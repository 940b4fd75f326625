package io.modernize.cmdb.similarity.assets.graphql;

import io.modernize.cmdb.api.arguments.Uuids;
import io.modernize.cmdb.api.errors.CommonRefusals;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.similarity.duplicates.DuplicateGroupId;
import io.modernize.cmdb.similarity.search.MinimumScore;
import io.modernize.cmdb.similarity.search.QueryText;
import io.modernize.cmdb.similarity.search.SearchMode;
import io.modernize.cmdb.similarity.search.TopK;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns the arguments of searches into domain values, or refuses them by name. */
public final class SearchArguments {
    private SearchArguments() {}

    public static TopK topK(@Nullable Integer topK) {
        int value = topK == null ? TopK.DEFAULT : topK;
        if (!TopK.isValid(value)) {
            throw CommonRefusals.badInput(
                    "topK",
                    "topK is out of range.",
                    "Send a number from " + TopK.MIN + " to " + TopK.MAX + ", or leave it out for " + TopK.DEFAULT
                            + ".");
        }
        return new TopK(value);
    }

    public static MinimumScore minimumScore(@Nullable Double minScore, SearchMode mode) {
        if (minScore == null) {
            return MinimumScore.NONE;
        }
        if (mode == SearchMode.LEXICAL) {
            throw CommonRefusals.badInput(
                    "minScore",
                    "minScore compares embeddings, and the mode LEXICAL compares none.",
                    "Leave it out, or search with the mode SEMANTIC or HYBRID.");
        }
        if (!MinimumScore.isValid(minScore)) {
            throw CommonRefusals.badInput(
                    "minScore",
                    "minScore is out of range.",
                    "Send a number from -1 to 1, or leave it out for no minimum.");
        }
        return new MinimumScore(minScore);
    }

    public static QueryText queryText(String text) {
        if (!QueryText.isValid(text)) {
            throw CommonRefusals.badInput(
                    "queryText",
                    "The query text is blank, too long or has a NUL character.",
                    "Send 1 to " + QueryText.MAX_LENGTH + " characters, none of them NUL.");
        }
        return new QueryText(text);
    }

    public static AssetId assetId(String text) {
        return assetId("assetId", text);
    }

    public static AssetId assetId(String field, String text) {
        return new AssetId(uuid(field, text, "Send an asset's id as the API returned it, 36 characters."));
    }

    /** The id of a group. Empty if the text is no id. */
    public static Optional<DuplicateGroupId> groupId(String text) {
        return Uuids.find(text).map(DuplicateGroupId::new);
    }

    private static UUID uuid(String field, String text, String remedy) {
        return Uuids.find(text).orElseThrow(() -> CommonRefusals.badInput(field, "The value is not a UUID.", remedy));
    }

    /** Refuses NUL, which PostgreSQL's text cannot hold. It is then a bad request and not a failing statement. */
    public static void requireStorable(String field, String text) {
        if (text.indexOf('\0') >= 0) {
            throw CommonRefusals.badInput(field, "A value has a NUL character.", "Remove it.");
        }
    }
}
