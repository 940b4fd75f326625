package io.modernize.cmdb.inventory.files.batch;

import io.modernize.cmdb.inventory.application.ImportSource;
import io.modernize.cmdb.inventory.formats.ImportFormat;
import io.modernize.cmdb.inventory.records.NumberStyle;
import io.modernize.cmdb.inventory.records.SourceHeader;
import java.util.List;

/**
 * A file that was inspected and can be read to its end.
 *
 * @param sha256 the digest of all bytes, 64 hexadecimal digits
 * @param dataRows the number of rows that {@link SourceRowReader} will return, including defective ones
 */
public record SourceFile(
        ImportSource source, long sizeBytes, String sha256, TextEncoding encoding, Shape shape, long dataRows) {

    public ImportFormat format() {
        return shape.format();
    }

    /** For the report; the import goes on. */
    public List<String> warnings() {
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
