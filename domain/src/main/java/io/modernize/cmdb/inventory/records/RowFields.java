package io.modernize.cmdb.inventory.records;

import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.imports.ImportLimits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cells of one table row by column and meaning. If several columns are named, the first filled one counts.
 */
public final class RowFields {
    private final TableRecord row;
    private final RowFindings findings = new RowFindings();

    public RowFields(TableRecord row) {
        this.row = row;
    }

    public RowFindings findings() {
        return findings;
    }

    /** Starts the attributes of this row's asset, with all its cells as source attributes. */
    public AssetAttributes.Builder asset(String name) {
        return AssetAttributes.named(name).sourceAttributes(row.sourceAttributes());
    }

    public boolean hasColumn(String column) {
        return row.header().has(column);
    }

    /** Reads a text that is neither name nor prose. */
    @Nullable
    public String text(String... columns) {
        return text(ImportLimits.SHORT_TEXT_CHARS, columns);
    }

    /** Reads prose of any length that a cell may have. */
    @Nullable
    public String prose(String column) {
        return row.cell(column);
    }

    /** The text of a cell. If the cell is blank, the text is empty and a problem is noted. */
    public String required(String column, int maxChars) {
        String cell = row.cell(column);
        if (cell == null) {
            findings.add(row.originalName(column), null, "is required and blank");
            return "";
        }
        return findings.bounded(row.originalName(column), cell, maxChars);
    }

    @Nullable
    public String name(String... columns) {
        return text(ImportLimits.NAME_CHARS, columns);
    }

    @Nullable
    public Integer cpuCount(String... columns) {
        BigDecimal count = whole(ImportLimits.CPU_COUNT, columns);
        return count == null ? null : count.intValueExact();
    }

    /**
     * The number of processors. A share of a processor counts as a whole one, because it occupies one, and 0 would say
     * that there is none.
     */
    @Nullable
    public Integer cpuCountRoundedUp(String... columns) {
        BigDecimal count = number(
                ImportLimits.CPU_COUNT,
                "a number",
                // Whole numbers first: thousands are written in more ways there; NetBox itself writes two decimals.
                text -> NumberText.whole(text).or(() -> NumberText.decimal(text, row.numberStyle())),
                columns);
        return count == null ? null : count.setScale(0, RoundingMode.CEILING).intValueExact();
    }

    @Nullable
    public Long memoryMib(String... columns) {
        BigDecimal memory = whole(ImportLimits.MEMORY_MIB, columns);
        return memory == null ? null : memory.longValueExact();
    }

    @Nullable
    public BigDecimal storageGib(String... columns) {
        String expected = switch (row.numberStyle()) {
            case DECIMAL_POINT -> "a number with a decimal point";
            case DECIMAL_COMMA -> "a number with a decimal comma, as files delimited by ; have";
        };
        return number(ImportLimits.STORAGE_GIB, expected, text -> NumberText.decimal(text, row.numberStyle()), columns);
    }

    public List<String> addresses(String... columns) {
        List<String> addresses = distinct(columns, "[,;\\s]+");
        return findings.bounded(firstName(columns), addresses, ImportLimits.ADDRESSES);
    }

    /** The comma-separated values of one column. */
    public List<String> values(String column) {
        return findings.bounded(row.originalName(column), distinct(new String[] {column}, ","), ImportLimits.TAGS);
    }

    private @Nullable String text(int maxChars, String... columns) {
        String column = firstFilled(columns);
        String cell = column == null ? null : row.cell(column);
        return column == null || cell == null ? null : findings.bounded(row.originalName(column), cell, maxChars);
    }

    private @Nullable BigDecimal whole(long max, String... columns) {
        return number(max, "a whole number", NumberText::whole, columns);
    }

    private @Nullable BigDecimal number(
            long max, String expected, Function<String, Optional<BigDecimal>> reading, String... columns) {
        String column = firstFilled(columns);
        String cell = column == null ? null : row.cell(column);
        return column == null || cell == null
                ? null
                : findings.bounded(row.originalName(column), cell, reading.apply(cell), max, expected);
    }

    private List<String> distinct(String[] columns, String separators) {
        List<String> cells = new ArrayList<>();
        for (String column : columns) {
            String cell = row.cell(column);
            if (cell != null) {
                cells.add(cell);
            }
        }
        return cells.stream()
                .flatMap(cell -> Stream.of(cell.split(separators)))
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .distinct()
                .toList();
    }

    private @Nullable String firstFilled(String... columns) {
        return Arrays.stream(columns)
                .filter(column -> row.cell(column) != null)
                .findFirst()
                .orElse(null);
    }

    private String firstName(String... columns) {
        String filled = firstFilled(columns);
        return row.originalName(filled == null ? columns[0] : filled);
    }
}
