package io.modernize.cmdb.inventory.records;

import java.util.Arrays;
import java.util.Optional;

/** One tabular format: how its header is known and how its rows become drafts. Stateless. */
public interface TableLayout extends RowMapper {
    /** Whether a header is of this format, even if it lacks a required column. */
    boolean describes(SourceHeader header);

    /** What a header of this format lacks, as a sentence without its full stop. */
    Optional<String> lackingIn(SourceHeader header);

    RowMapping map(TableRecord row);

    @Override
    default RowMapping map(SourceRecord row) {
        return switch (row) {
            case TableRecord table -> map(table);
            case JsonRecord json -> throw new IllegalArgumentException("a table has no JSON rows");
        };
    }

    /** {@link #lackingIn} for columns that are required each by itself. */
    static Optional<String> lacking(SourceHeader header, String... required) {
        var missing = Arrays.stream(required)
                .filter(column -> !header.has(column))
                .map(column -> "`" + column + "`")
                .toList();
        return switch (missing.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of("required column " + missing.getFirst() + " is missing");
            default -> Optional.of("required columns " + String.join(", ", missing) + " are missing");
        };
    }
}
