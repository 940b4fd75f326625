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
        JsonValue value = value(property);
        if (value instanceof JsonValue.Text text) {
            return storable(property, text.value())
                    .map(String::strip)
                    .filter(stripped -> !stripped.isEmpty())
                    .map(stripped -> findings.bounded(property, stripped, maxChars))
                    .orElse(null);
        }
        noteMistyped(property, value, "text", value instanceof JsonValue.Numeric ? "; put it in quotes" : "");
        return null;
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
        JsonValue value = value(property);
        if (value instanceof JsonValue.Numeric number) {
            return precise(property, number.value(), max);
        }
        noteMistyped(property, value, "a number", value instanceof JsonValue.Text ? "; leave the quotes out" : "");
        return null;
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
        JsonValue value = value(property);
        if (value instanceof JsonValue.Array array) {
            return findings.bounded(property, elements(property, array), maxValues);
        }
        noteMistyped(property, value, "an array of texts", "");
        return List.of();
    }

    /** The texts of an object by their names. Blank texts are left out. */
    public Map<String, String> textByName(String property) {
        JsonValue value = value(property);
        if (value instanceof JsonValue.Structure structure) {
            return entries(property, structure.properties());
        }
        noteMistyped(property, value, "an object of texts", "");
        return Map.of();
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

    /** Notes a value of another type than expected. A missing value is of no type. */
    private void noteMistyped(String property, JsonValue value, String expected, String remedy) {
        typeOf(value)
                .ifPresent(type -> findings.add(property, null, "should be " + expected + ", is " + type + remedy));
    }

    private static Optional<String> typeOf(JsonValue value) {
        return switch (value) {
            case JsonValue.Text text -> Optional.of("text");
            case JsonValue.Numeric number -> Optional.of("a number");
            case JsonValue.Flag flag -> Optional.of("a boolean");
            case JsonValue.Array array -> Optional.of("an array");
            case JsonValue.Structure structure -> Optional.of("an object");
            case JsonValue.Missing missing -> Optional.empty();
        };
    }
}
