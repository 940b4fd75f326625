package io.modernize.cmdb.inventory.application;

import io.modernize.cmdb.inventory.AssetAttribute;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.formats.ImportFormat;
import io.modernize.cmdb.inventory.records.JsonRecord;
import io.modernize.cmdb.inventory.records.JsonValue;
import io.modernize.cmdb.inventory.records.RowMapping;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Assets that have all attributes, or some, each with a value that no other attribute has; read as a line of JSON is. */
public final class FilledAsset {
    private FilledAsset() {}

    /** All attributes have values. */
    public static AssetDraft all() {
        return with(AssetAttribute.all());
    }

    /** The name and those attributes have values. */
    public static AssetDraft with(Collection<AssetAttribute> attributes) {
        Map<String, JsonValue> properties = new LinkedHashMap<>();
        properties.put("externalKey", new JsonValue.Text("filled"));
        properties.put(AssetAttribute.NAME.fileProperty(), valueOf(AssetAttribute.NAME));
        for (AssetAttribute attribute : attributes) {
            // What is derived comes with what it is derived from.
            AssetAttribute given = attribute.isGiven() ? attribute : AssetAttribute.OS_NAME;
            properties.put(given.fileProperty(), valueOf(given));
        }
        return switch (ImportFormat.JSON_LINES.map(new JsonRecord(properties))) {
            case RowMapping.AssetRow(AssetDraft draft, var _) -> draft;
            case RowMapping.RejectedRow rejected ->
                throw new IllegalStateException("JsonLinesAssets does not read " + attributes + ": " + rejected);
            case RowMapping.RelationRow relation -> throw new IllegalStateException("no asset: " + relation);
        };
    }

    /** The name and that attribute have values. */
    public static AssetDraft with(AssetAttribute attribute) {
        return with(Set.of(attribute));
    }

    /** A word that an attribute's value has, and no other value. */
    public static String word(AssetAttribute attribute) {
        return attribute == AssetAttribute.OS_NAME
                ? "ubuntu"
                : "zq" + attribute.column().replace("_", "").toLowerCase(Locale.ROOT);
    }

    private static JsonValue valueOf(AssetAttribute attribute) {
        JsonValue text = new JsonValue.Text(word(attribute));
        return switch (attribute.kind()) {
            case TEXT -> text;
            case TEXTS -> new JsonValue.Array(List.of(text));
            case INTEGER, LONG, DECIMAL -> new JsonValue.Numeric(BigDecimal.valueOf(100 + attribute.ordinal()));
            case ENTRIES -> new JsonValue.Structure(new JsonRecord(Map.of("zone", text)));
            case OS_FAMILY -> throw new IllegalArgumentException("sources do not say " + attribute);
        };
    }
}
