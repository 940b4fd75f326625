package io.modernize.cmdb.inventory.files.batch;

import io.modernize.cmdb.inventory.application.ImportSource;
import io.modernize.cmdb.inventory.formats.ImportFormat;
import io.modernize.cmdb.inventory.records.NumberStyle;
import io.modernize.cmdb.inventory.records.SourceHeader;
import java.util.List;

/**
 * A file that was inspected and can be read to its end.
 *
 * @param sha256 of all bytes, 64 hexadecimal digits
 * @param dataRows rows that {@link SourceRowReader} will yield, the defective ones included
 * @param warnings for the report; the import goes on
 */
public record SourceFile(
        ImportSource source,
        long sizeBytes,
        String sha256,
        TextEncoding encoding,
        ImportFormat format,
        Shape shape,
        long dataRows,
        List<String> warnings) {

    public SourceFile {
        warnings = List.copyOf(warnings);
    }

    /** How rows are laid out in the file. */
    sealed interface Shape {}

    record Table(SourceHeader header, char delimiter) implements Shape {
        /** Files are delimited by semicolons where the comma is the decimal separator. */
        NumberStyle numberStyle() {
            return delimiter == ';' ? NumberStyle.DECIMAL_COMMA : NumberStyle.DECIMAL_POINT;
        }
    }

    record JsonLines() implements Shape {}
}
