package io.modernize.cmdb.inventory.records;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table.
 *
 * @param cells as many as the header has columns; line breaks inside a cell are {@code \n}
 * @throws IllegalArgumentException for another number of cells
 */
public record TableRecord(SourceHeader header, List<String> cells, NumberStyle numberStyle) implements SourceRecord {
    public TableRecord {
        cells = List.copyOf(cells);
        if (cells.size() != header.size()) {
            throw new IllegalArgumentException(cells.size() + " cells, expected " + header.size());
        }
    }

    /** The cell without surrounding white space; null where it is blank or the column absent. */
    @Nullable
    String cell(String column) {
        var position = header.position(column);
        if (position.isEmpty() || cells.get(position.getAsInt()).isBlank()) {
            return null;
        }
        return cells.get(position.getAsInt()).strip();
    }

    /** The name that the source gives to a column that it has, else the name asked for. */
    String originalName(String column) {
        var position = header.position(column);
        return position.isEmpty() ? column : header.columns().get(position.getAsInt());
    }

    /** Every non-blank cell under its column's original name. */
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
