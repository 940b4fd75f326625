package io.modernize.cmdb.inventory.records;

import java.util.Arrays;
import java.util.Optional;

/** One tabular format: it recognises its header and turns rows into drafts. It has no state. */
public interface TableLayout extends RowMapper {
    /** Whether a header is of this format. The header may lack a required column. */
    boolean describes(SourceHeader header);

    /** The column that a header of this format lacks, as a sentence without its full stop. Empty if it lacks none. */
    Optional<String> lackingIn(SourceHeader header);

    RowMapping map(TableRecord row);

    @Override
    default RowMapping map(SourceRecord row) {
        return switch (row) {
            case TableRecord table -> map(table);
            case JsonRecord json -> throw new IllegalArgumentException("a table has no JSON rows");
        };
    }

    /** The result of {@link #lackingIn} if each of these columns is required. */
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
