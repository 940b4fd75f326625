package io.modernize.cmdb.inventory.records;

import io.modernize.cmdb.inventory.imports.ImportLimits;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the properties of one JSON object by name and type. */
public final class JsonFields {
    /**
     * The limit of decimals. A text such as 1e-999999999 has nine digits, and would be a gigabyte of zeros when it is
     * written out.
     */
    private static final int MAX_DECIMALS = 20;

    private final JsonRecord row;
    private final RowFindings findings = new RowFindings();

    public JsonFields(JsonRecord row) {
        this.row = row;
    }

    public RowFindings findings() {
        return findings;
    }

    /** Reports properties that are not known. A misspelt property would otherwise be lost without a word. */
    public void rejectUnknown(Set<String> known) {
        row.properties().keySet().stream()
                .filter(property -> !known.contains(property))
                .forEach(property -> findings.add(property, null, "is not a property of this format; is it misspelt?"));
    }

    /** The text of a property; null if the property is missing or blank. */
    @Nullable
    public String text(String property, int maxChars) {
        return switch (value(property)) {
            case JsonValue.Text text ->
                storable(property, text.value())
                        .map(String::strip)
                        .filter(stripped -> !stripped.isEmpty())
                        .map(stripped -> findings.bounded(property, stripped, maxChars))
                        .orElse(null);
            case JsonValue.Missing missing -> null;
            case JsonValue.Numeric number -> mistyped(property, "text", "a number; put it in quotes");
            case JsonValue.Flag flag -> mistyped(property, "text", "a boolean");
            case JsonValue.Array array -> mistyped(property, "text", "an array");
            case JsonValue.Structure structure -> mistyped(property, "text", "an object");
        };
    }

    @Nullable
    public String text(String property) {
        return text(property, ImportLimits.SHORT_TEXT_CHARS);
    }

    /** The text of a property. If the property is missing or blank, the text is empty and a problem is noted. */
    public String required(String property, int maxChars) {
        int before = findings.count();
        String text = text(property, maxChars);
        if (text == null && findings.count() == before) {
            findings.add(property, null, "is required and missing or blank");
        }
        return Objects.requireNonNullElse(text, "");
    }

    @Nullable
    public BigDecimal number(String property, long max) {
        return switch (value(property)) {
            case JsonValue.Numeric number -> precise(property, number.value(), max);
            case JsonValue.Missing missing -> null;
            case JsonValue.Text text -> mistyped(property, "a number", "text; leave the quotes out");
            case JsonValue.Flag flag -> mistyped(property, "a number", "a boolean");
            case JsonValue.Array array -> mistyped(property, "a number", "an array");
            case JsonValue.Structure structure -> mistyped(property, "a number", "an object");
        };
    }

    @Nullable
    public BigDecimal wholeNumber(String property, long max) {
        BigDecimal number = number(property, max);
        if (number != null
                && number.signum() != 0
                && number.stripTrailingZeros().scale() > 0) {
            findings.add(property, number.toString(), "is not a whole number");
            return null;
        }
        return number;
    }

    public List<String> texts(String property, int maxValues) {
        return switch (value(property)) {
            case JsonValue.Array array -> findings.bounded(property, elements(property, array), maxValues);
            case JsonValue.Missing missing -> List.of();
            case JsonValue.Text text -> mistypedList(property, "text");
            case JsonValue.Numeric number -> mistypedList(property, "a number");
            case JsonValue.Flag flag -> mistypedList(property, "a boolean");
            case JsonValue.Structure structure -> mistypedList(property, "an object");
        };
    }

    /** The texts of an object by their names. Blank texts are left out. */
    public Map<String, String> textByName(String property) {
        return switch (value(property)) {
            case JsonValue.Structure structure -> entries(property, structure.properties());
            case JsonValue.Missing missing -> Map.of();
            case JsonValue.Text text -> mistypedMap(property, "text");
            case JsonValue.Numeric number -> mistypedMap(property, "a number");
            case JsonValue.Flag flag -> mistypedMap(property, "a boolean");
            case JsonValue.Array array -> mistypedMap(property, "an array");
        };
    }

    private Map<String, String> entries(String property, JsonRecord structure) {
        if (structure.properties().size() > ImportLimits.COLUMNS) {
            findings.add(property, null, "has more than " + ImportLimits.COLUMNS + " properties");
            return Map.of();
        }
        JsonFields inner = new JsonFields(structure);
        Map<String, String> texts = new TreeMap<>();
        structure.properties().keySet().forEach(name -> {
            storable(property, findings.bounded(property, name, ImportLimits.COLUMN_NAME_CHARS));
            String text = inner.text(name, ImportLimits.CELL_CHARS);
            if (text != null && !name.isBlank()) {
                texts.put(name, text);
            }
        });
        findings.addAll(inner.findings);
        return texts;
    }

    private List<String> elements(String property, JsonValue.Array array) {
        Set<String> texts = new LinkedHashSet<>();
        for (JsonValue element : array.values()) {
            if (element instanceof JsonValue.Text text) {
                storable(property, text.value())
                        .map(String::strip)
                        .filter(stripped -> !stripped.isEmpty())
                        .ifPresent(texts::add);
            } else {
                findings.add(property, null, "has an element that is not text");
                break;
            }
        }
        return List.copyOf(texts);
    }

    private @Nullable BigDecimal precise(String property, BigDecimal number, long max) {
        if (number.scale() > MAX_DECIMALS) {
            findings.add(property, number.toString(), "has more than " + MAX_DECIMALS + " decimals");
            return null;
        }
        return findings.bounded(property, number.toString(), number, max);
    }

    private Optional<String> storable(String property, String text) {
        Optional<RowProblem> problem = CellText.problemIn(property, text);
        problem.ifPresent(findings::add);
        return problem.isPresent() ? Optional.empty() : Optional.of(text);
    }

    private JsonValue value(String property) {
        return row.properties().getOrDefault(property, new JsonValue.Missing());
    }

    private <T> @Nullable T mistyped(String property, String expected, String found) {
        findings.add(property, null, "should be " + expected + ", is " + found);
        return null;
    }

    private List<String> mistypedList(String property, String found) {
        findings.add(property, null, "should be an array of texts, is " + found);
        return List.of();
    }

    private Map<String, String> mistypedMap(String property, String found) {
        findings.add(property, null, "should be an object of texts, is " + found);
        return Map.of();
    }
}
