package io.modernize.cmdb.similarity.search.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.embedding.AssetDocumentTemplate;
import io.modernize.cmdb.inventory.AssetAttribute;
import io.modernize.cmdb.inventory.AssetAttribute.Kind;
import io.modernize.cmdb.inventory.AssetAttribute.Use;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.ContentHash;
import io.modernize.cmdb.inventory.application.FilledAsset;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.filter.Facets;
import io.modernize.cmdb.similarity.search.AssetField;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Places of the domain that treat attributes one by one: each says of which attribute it was forgotten. */
class AssetAttributePlacesTests {
    private final AssetAttributes filled = FilledAsset.all().attributes();
    private final AssetAttributes bare = FilledAsset.with(AssetAttribute.NAME).attributes();

    @Test
    void assetAttributesAreListed() {
        assertThat(attributes(AssetAttribute::isGiven).map(AssetAttribute::property))
                .as("AssetAttribute and AssetAttributes name the same attributes, derived ones aside")
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(AssetAttributes.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }

    @Test
    void linesOfJsonAreReadWhole() {
        assertThat(attributes(attribute -> !attribute.isPresentIn(filled)))
                .as("JsonLinesAssets does not read these")
                .isEmpty();
        assertThat(attributes(attribute -> attribute != AssetAttribute.NAME && attribute.isPresentIn(bare)))
                .as("JsonLinesAssets reads these from something else")
                .isEmpty();
    }

    @Test
    void eachAttributeCountsInHashes() {
        assertThat(attributes(AssetAttribute::isGiven)
                        .filter(attribute -> attribute != AssetAttribute.NAME)
                        .filter(attribute -> ContentHash.ofRow(
                                        FilledAsset.with(attribute).attributes())
                                .equals(ContentHash.ofRow(bare))))
                .as("ContentHash.ofRow leaves these out")
                .isEmpty();
        assertThat(attributes(AssetAttribute::isGiven)
                        .filter(attribute -> attribute != AssetAttribute.NAME)
                        .filter(attribute -> ContentHash.ofContent(
                                        FilledAsset.with(attribute).attributes())
                                .equals(ContentHash.ofContent(bare))))
                .as("ContentHash.ofContent leaves these out")
                .containsExactly(AssetAttribute.SOURCE_ATTRIBUTES);
    }

    @Test
    void documentsHaveWhatTheyAreSaidToHave() {
        String document = new AssetDocumentTemplate().render(filled);

        assertThat(attributes(attribute -> document.contains(FilledAsset.word(attribute))))
                .as("AssetDocumentTemplate renders these; the others with Use.DOCUMENT it forgets, or the use is"
                        + " not said")
                .containsExactlyElementsOf(attributes(used(Use.DOCUMENT)).toList());
    }

    @Test
    void fieldsShowWhatIsSearchedByWords() {
        assertThat(Stream.of(AssetField.values()).flatMap(field -> field.attributes().stream()))
                .as("AssetField has a field for each attribute with Use.WORDS, and for no other")
                .containsExactlyInAnyOrderElementsOf(attributes(used(Use.WORDS)).toList());
    }

    @Test
    void facetsCountWhatTheyAreSaidToCount() {
        assertThat(Stream.of(Facets.Field.values()).map(Facets.Field::attribute))
                .as("Facets.Field has a field for each attribute with Use.FACET, and for no other")
                .containsExactlyInAnyOrderElementsOf(attributes(used(Use.FACET)).toList());
    }

    @Test
    void filtersTakeEachAttributeThatHasAName() {
        assertThat(attributes(AssetAttribute::isFilter)).isNotEmpty().allSatisfy(attribute -> {
            AssetFilter filter = ConditionOn.valueOf(attribute, filled);
            assertThat(filter.accepts(filled)).isTrue();
            assertThat(filter.accepts(bare)).isFalse();
            assertThat(filter.matchesOf(filled))
                    .singleElement()
                    .satisfies(match -> assertThat(match.attribute()).isEqualTo(attribute));
        });
        assertThat(attributes(AssetAttribute::isFilter).map(AssetAttribute::filterName))
                .doesNotHaveDuplicates();
    }

    @Test
    void derivedAttributesAreOperatingSystemFamiliesOnly() {
        assertThat(attributes(attribute -> !attribute.isGiven()).map(AssetAttribute::kind))
                .containsOnly(Kind.OS_FAMILY);
    }

    private static Predicate<AssetAttribute> used(Use use) {
        return attribute -> attribute.isUsedFor(use);
    }

    private static Stream<AssetAttribute> attributes(Predicate<AssetAttribute> which) {
        List<AssetAttribute> all = AssetAttribute.all();
        return all.stream().filter(which);
    }
}
