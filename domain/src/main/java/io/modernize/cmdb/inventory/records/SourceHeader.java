package io.modernize.cmdb.inventory.records;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The columns of a table under their original names. A look-up ignores case, spaces, hyphens, underscores and a leading
 * {@code *}, because exports of one register differ in exactly these.
 */
public final class SourceHeader {
    private static final Pattern IGNORED = Pattern.compile("[\\s_-]");

    private final List<String> columns;
    private final Map<String, Integer> positions = new HashMap<>();

    /** The header of these columns. The recognition of the format has found that they are distinct. */
    public SourceHeader(List<String> columns) {
        this.columns = IntStream.range(0, columns.size())
                .mapToObj(at -> columns.get(at).isBlank()
                        ? "column " + (at + 1)
                        : columns.get(at).strip())
                .toList();
        for (int at = 0; at < columns.size(); at++) {
            if (!columns.get(at).isBlank()) {
                positions.putIfAbsent(lookupKey(columns.get(at)), at);
            }
        }
    }

    /** The original names in order. A column without a name is called by its position ({@code column 7}). */
    public List<String> columns() {
        return columns;
    }

    public int size() {
        return columns.size();
    }

    public boolean has(String column) {
        return positions.containsKey(lookupKey(column));
    }

    public long countOf(List<String> candidates) {
        return candidates.stream().filter(this::has).count();
    }

    /** The position of a column, counted from 0. */
    public OptionalInt position(String column) {
        Integer position = positions.get(lookupKey(column));
        return position == null ? OptionalInt.empty() : OptionalInt.of(position);
    }

    public static String lookupKey(String column) {
        String bare = IGNORED.matcher(column).replaceAll("").toLowerCase(Locale.ROOT);
        return bare.startsWith("*") ? bare.substring(1) : bare;
    }
}
