package io.modernize.cmdb.inventory.records;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table.
 *
 * @param cells one cell for each column of the header; line breaks inside a cell are {@code \n}
 * @throws IllegalArgumentException for another number of cells
 */
public record TableRecord(SourceHeader header, List<String> cells, NumberStyle numberStyle) implements SourceRecord {
    public TableRecord {
        cells = List.copyOf(cells);
        if (cells.size() != header.size()) {
            throw new IllegalArgumentException(cells.size() + " cells, expected " + header.size());
        }
    }

    /** The cell without surrounding white space; null if it is blank or there is no such column. */
    @Nullable
    String cell(String column) {
        var position = header.position(column);
        if (position.isEmpty() || cells.get(position.getAsInt()).isBlank()) {
            return null;
        }
        return cells.get(position.getAsInt()).strip();
    }

    /** The name that the source gives to the column. If the source has no such column, it is the name asked for. */
    String originalName(String column) {
        var position = header.position(column);
        return position.isEmpty() ? column : header.columns().get(position.getAsInt());
    }

    /** All non-blank cells under the original names of their columns. */
    SortedMap<String, String> sourceAttributes() {
        SortedMap<String, String> attributes = new TreeMap<>();
        for (int at = 0; at < cells.size(); at++) {
            if (!cells.get(at).isBlank()) {
                attributes.put(header.columns().get(at), cells.get(at));
            }
        }
        return attributes;
    }
}
