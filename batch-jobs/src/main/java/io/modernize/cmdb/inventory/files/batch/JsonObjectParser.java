package io.modernize.cmdb.inventory.files.batch;

import io.modernize.cmdb.inventory.files.batch.SourceRow.Content;
import io.modernize.cmdb.inventory.files.batch.SourceRow.Defective;
import io.modernize.cmdb.inventory.files.batch.SourceRow.Intact;
import io.modernize.cmdb.inventory.records.JsonRecord;
import io.modernize.cmdb.inventory.records.JsonValue;
import io.modernize.cmdb.inventory.records.RowProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Parses one line as one JSON object. */
final class JsonObjectParser {
    /**
     * The greatest depth. The format has two levels. A deeper line is a mistake, and a very deep one an attack on the
     * stack.
     */
    private static final int MAX_DEPTH = 16;

    /** The greatest length of a number. No size has more digits, and parsing very long numbers takes quadratic time. */
    private static final int MAX_NUMBER_CHARS = 100;

    /**
     * The greatest number of names, values and brackets of a line. Each becomes an object of many bytes, so a line of a
     * million brackets takes fifty times its own size. An asset with all columns, tags and addresses has some 2,500.
     */
    private static final int MAX_TOKENS = 16_384;

    private final JsonFactory factory = JsonFactory.builder()
            // Of two values for one property, one would be lost without a word.
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_NUMBER_CHARS)
                    .maxTokenCount(MAX_TOKENS)
                    .build())
            .build();

    Content parse(String line) {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return new Defective(RowProblem.ofRow("is not a JSON object"));
            }
            JsonRecord properties = properties(parser);
            return parser.nextToken() == null
                    ? new Intact(properties)
                    : new Defective(RowProblem.ofRow("has something behind the JSON object"));
        } catch (JacksonException e) {
            int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
            String place = column > 0 ? " (character " + column + ")" : "";
            return new Defective(RowProblem.ofRow("is not valid JSON" + place + ": " + e.getOriginalMessage()));
        }
    }

    private static JsonRecord properties(JsonParser parser) {
        Map<String, JsonValue> properties = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            properties.put(name, value(parser));
        }
        return new JsonRecord(properties);
    }

    private static JsonValue value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> new JsonValue.Structure(properties(parser));
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> new JsonValue.Text(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonValue.Numeric(parser.getDecimalValue());
            case VALUE_TRUE -> new JsonValue.Flag(true);
            case VALUE_FALSE -> new JsonValue.Flag(false);
            case VALUE_NULL -> new JsonValue.Missing();
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("no JSON value begins with " + parser.currentToken());
        };
    }

    private static JsonValue array(JsonParser parser) {
        List<JsonValue> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(parser));
        }
        return new JsonValue.Array(values);
    }
}
