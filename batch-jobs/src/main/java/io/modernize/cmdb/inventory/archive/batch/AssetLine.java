package io.modernize.cmdb.inventory.archive.batch;

import com.fasterxml.jackson.annotation.JsonValue;
import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetAttribute;
import io.modernize.cmdb.inventory.AssetAttributes;
import java.util.LinkedHashMap;
import java.util.Map;

/** A line of {@code assets.jsonl}: an asset in the format that imports of JSON Lines read. What is absent is left out. */
record AssetLine(@JsonValue Map<String, Object> properties) {

    static AssetLine of(Asset asset) {
        AssetAttributes attributes = asset.attributes();
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("sourceSystem", asset.key().sourceSystem());
        properties.put("externalKey", asset.key().externalKey());
        for (AssetAttribute attribute : AssetAttribute.all()) {
            Object value = attribute.of(attributes);
            if (value != null && attribute.isGiven() && attribute.isPresentIn(attributes)) {
                properties.put(attribute.fileProperty(), value);
            }
        }
        return new AssetLine(properties);
    }
}
