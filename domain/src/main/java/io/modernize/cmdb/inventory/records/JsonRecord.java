package io.modernize.cmdb.inventory.records;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A JSON object. Its properties have the order of the source. */
public record JsonRecord(Map<String, JsonValue> properties) implements SourceRecord {
    public JsonRecord {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }
}
