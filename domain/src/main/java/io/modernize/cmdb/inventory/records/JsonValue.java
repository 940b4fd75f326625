package io.modernize.cmdb.inventory.records;

import java.math.BigDecimal;
import java.util.List;

/** A value of a JSON document. Kinds of values that are only named in a rejection carry no content. */
public sealed interface JsonValue {

    record Text(String value) implements JsonValue {}

    record Numeric(BigDecimal value) implements JsonValue {}

    record Flag(boolean value) implements JsonValue {}

    record Array(List<JsonValue> values) implements JsonValue {
        public Array {
            values = List.copyOf(values);
        }
    }

    record Structure(JsonRecord properties) implements JsonValue {}

    /** {@code null}, which means the same as a missing property. */
    record Missing() implements JsonValue {}
}
