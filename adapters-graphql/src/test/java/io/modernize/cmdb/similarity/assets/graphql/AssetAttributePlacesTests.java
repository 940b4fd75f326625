package io.modernize.cmdb.similarity.assets.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetAttribute;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.ContentHash;
import io.modernize.cmdb.inventory.application.FilledAsset;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.filter.Facets;
import io.modernize.cmdb.similarity.search.AssetField;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Places of the API that treat attributes one by one: each says of which attribute it was forgotten. */
class AssetAttributePlacesTests {
    private static final Path SCHEMA = Path.of("src/main/resources/graphql/similarity.graphqls");

    @Test
    void answersHaveEachAttribute() throws ReflectiveOperationException {
        AssetDraft draft = FilledAsset.all();
        AssetPayload payload = AssetPayload.from(
                TenantScope.forJob(new ClientAccountId(UUID.randomUUID())),
                new Asset(
                        new AssetId(UUID.randomUUID()),
                        new EngagementId(UUID.randomUUID()),
                        draft.key(),
                        draft.attributes(),
                        "",
                        ContentHash.ofText("any"),
                        Instant.EPOCH));
        List<AssetAttribute> missing = new ArrayList<>();
        for (AssetAttribute attribute : AssetAttribute.all()) {
            // Looked up apart from the asset, by a controller of its own.
            if (attribute != AssetAttribute.SOURCE_ATTRIBUTES
                    && !text(valueOf(payload, attribute.property())).equals(text(attribute.of(draft.attributes())))) {
                missing.add(attribute);
            }
        }
        assertThat(missing).as("AssetPayload has no values of these").isEmpty();
    }

    @Test
    void theSchemaHasEachAttributeAndCondition() throws IOException {
        String schema = Files.readString(SCHEMA);
        assertThat(AssetAttribute.all().stream()
                        .filter(attribute ->
                                !definition(schema, "type Asset ").contains("\n    " + attribute.property())))
                .as("type Asset of similarity.graphqls has no field of these")
                .isEmpty();
        assertThat(filters()
                        .filter(attribute -> !definition(schema, "input AssetFilterInput ")
                                .contains("\n    " + attribute.filterName() + ":")))
                .as("input AssetFilterInput of similarity.graphqls has no field of these")
                .isEmpty();
        assertThat(filters()
                        .filter(attribute -> !definition(schema, "enum AssetFilterCondition ")
                                .contains("\n    " + constant(attribute.filterName()))))
                .as("enum AssetFilterCondition of similarity.graphqls has no value of these")
                .isEmpty();
    }

    @Test
    void theSchemaHasEachFieldOfSearchesAndFacets() throws IOException {
        String schema = Files.readString(SCHEMA);
        assertThat(Stream.of(AssetField.values())
                        .filter(field -> !definition(schema, "enum AssetField ").contains("\n    " + field + "\n")))
                .as("enum AssetField of similarity.graphqls has no value of these")
                .isEmpty();
        assertThat(Stream.of(Facets.Field.values())
                        .filter(field -> !definition(schema, "enum FacetField ").contains("\n    " + field + "\n")))
                .as("enum FacetField of similarity.graphqls has no value of these")
                .isEmpty();
    }

    @Test
    void filtersTakeEachCondition() throws ReflectiveOperationException {
        AssetAttributes filled = FilledAsset.all().attributes();
        List<AssetAttribute> ignored = new ArrayList<>();
        for (AssetAttribute attribute : filters().toList()) {
            AssetFilter filter = AssetFilterInput.toDomain(inputOf(attribute, filled));
            if (filter.conditions().size() != 1
                    || filter.conditions().getFirst().attribute() != attribute
                    || !filter.accepts(filled)) {
                ignored.add(attribute);
            }
        }
        assertThat(ignored)
                .as("AssetFilterInput has no component of these, or does not turn it into a condition")
                .isEmpty();
    }

    private static AssetFilterInput inputOf(AssetAttribute attribute, AssetAttributes asset)
            throws ReflectiveOperationException {
        RecordComponent[] components = AssetFilterInput.class.getRecordComponents();
        Object[] arguments = Arrays.stream(components)
                .map(component -> component.getName().equals(attribute.filterName()) ? wanted(attribute, asset) : null)
                .toArray();
        Constructor<AssetFilterInput> constructor = AssetFilterInput.class.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        return constructor.newInstance(arguments);
    }

    private static Object wanted(AssetAttribute attribute, AssetAttributes asset) {
        return switch (attribute.kind()) {
            case TEXT -> List.of(text(attribute.of(asset)));
            case TEXTS -> List.copyOf((Collection<?>) present(attribute, asset));
            case OS_FAMILY -> List.of(OsFamilyPayload.valueOf(text(attribute.of(asset))));
            case INTEGER, LONG, DECIMAL -> {
                double number = ((Number) present(attribute, asset)).doubleValue();
                yield new NumberRangeInput(number, number);
            }
            case ENTRIES ->
                ((Map<?, ?>) present(attribute, asset))
                        .entrySet().stream()
                                .map(entry -> new NameValueInput(
                                        entry.getKey().toString(),
                                        entry.getValue().toString()))
                                .toList();
        };
    }

    private static Object present(AssetAttribute attribute, AssetAttributes asset) {
        Object value = attribute.of(asset);
        assertThat(value).as(attribute.toString()).isNotNull();
        return value == null ? "" : value;
    }

    private static Object valueOf(AssetPayload payload, String component) throws ReflectiveOperationException {
        for (RecordComponent candidate : AssetPayload.class.getRecordComponents()) {
            if (candidate.getName().equals(component)) {
                return text(candidate.getAccessor().invoke(payload));
            }
        }
        return "";
    }

    private static String text(@Nullable Object value) {
        return String.valueOf(value);
    }

    /** The value of an enum that is named like a field: {@code SUPPORT_GROUPS} for {@code supportGroups}. */
    private static String constant(String field) {
        return field.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    }

    private static String definition(String schema, String beginning) {
        int from = schema.indexOf(beginning);
        assertThat(from).as(beginning).isNotNegative();
        return schema.substring(from, schema.indexOf("\n}", from) + 1);
    }

    private static Stream<AssetAttribute> filters() {
        return AssetAttribute.all().stream().filter(AssetAttribute::isFilter);
    }
}
