package io.modernize.cmdb.inventory.batch;

import io.modernize.cmdb.inventory.ImportFormat;
import io.modernize.cmdb.inventory.NumberStyle;
import io.modernize.cmdb.inventory.SourceHeader;
import io.modernize.cmdb.inventory.application.ImportSource;
import java.util.List;

/**
 * A file that was inspected and can be read to its end.
 *
 * @param sha256 of all bytes, 64 hexadecimal digits
 * @param dataRows rows that {@link SourceRowReader} will yield, the defective ones included
 */
record SourceFile(
        ImportSource source, long sizeBytes, String sha256, TextEncoding encoding, Shape shape, long dataRows) {

    ImportFormat format() {
        return shape.format();
    }

    /** For the report; the import goes on. */
    List<String> warnings() {
        return dataRows == 0 ? List.of("no data rows") : List.of();
    }

    /** How rows are laid out in the file. */
    sealed interface Shape {
        ImportFormat format();
    }

    record Table(ImportFormat format, SourceHeader header, char delimiter) implements Shape {
        /** Files are delimited by semicolons where the comma is the decimal separator. */
        NumberStyle numberStyle() {
            return delimiter == ';' ? NumberStyle.DECIMAL_COMMA : NumberStyle.DECIMAL_POINT;
        }
    }

    record JsonLines() implements Shape {
        @Override
        public ImportFormat format() {
            return ImportFormat.JSON_LINES;
        }
    }
}
