package io.modernize.cmdb.similarity.search.graphql;

import io.modernize.cmdb.inventory.AssetAttribute;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.filter.FilterMatch;
import io.modernize.cmdb.similarity.search.AssetField;
import io.modernize.cmdb.similarity.search.HighlightedField;
import io.modernize.cmdb.similarity.search.HitExplanation;
import io.modernize.cmdb.similarity.search.IdentifierMatch;
import io.modernize.cmdb.similarity.search.SimilarAsset;
import io.modernize.cmdb.similarity.search.TextMatch;
import io.modernize.cmdb.similarity.search.VectorMatch;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** GraphQL type {@code HitExplanation}. A ranking that does not have the hit is null. */
record HitExplanationPayload(
        @Nullable Vector vector,
        @Nullable Text text,
        @Nullable Identifier identifier,
        List<Filter> filters) {

    static HitExplanationPayload from(SimilarAsset hit, AssetFilter filter) {
        HitExplanation explanation = hit.explanation();
        return new HitExplanationPayload(
                Vector.from(explanation.vector()),
                Text.from(explanation.text()),
                Identifier.from(explanation.identifier()),
                filter.matchesOf(hit.asset().attributes()).stream()
                        .map(Filter::from)
                        .toList());
    }

    /** GraphQL type {@code VectorMatch}. */
    record Vector(@Nullable Integer rank, double score) {
        static @Nullable Vector from(@Nullable VectorMatch match) {
            return match == null ? null : new Vector(match.rank(), match.score());
        }
    }

    /** GraphQL type {@code TextMatch}. */
    record Text(int rank, double score, List<Highlight> highlights) {
        static @Nullable Text from(@Nullable TextMatch match) {
            return match == null
                    ? null
                    : new Text(
                            match.rank(),
                            match.score(),
                            match.fields().stream().map(Highlight::from).toList());
        }
    }

    /** GraphQL type {@code Highlight}. */
    record Highlight(AssetField field, List<HighlightedField.Part> passage) {
        static Highlight from(HighlightedField field) {
            return new Highlight(field.field(), field.passage());
        }
    }

    /** GraphQL type {@code IdentifierMatch}. */
    record Identifier(AssetField field, String value, boolean exact) {
        static @Nullable Identifier from(@Nullable IdentifierMatch match) {
            return match == null ? null : new Identifier(match.field(), match.value(), match.exact());
        }
    }

    /**
     * GraphQL type {@code FilterMatch}.
     *
     * @param attribute the attribute that the condition is about; it is not part of the schema
     */
    record Filter(AssetAttribute attribute, String value) {
        private static final Pattern CAPITAL = Pattern.compile("([A-Z])");

        static Filter from(FilterMatch match) {
            return new Filter(match.attribute(), match.value());
        }

        /** GraphQL enum {@code AssetFilterCondition}: {@code SUPPORT_GROUPS} for the field {@code supportGroups}. */
        public String condition() {
            return CAPITAL.matcher(attribute.filterName()).replaceAll("_$1").toUpperCase(Locale.ROOT);
        }
    }
}
