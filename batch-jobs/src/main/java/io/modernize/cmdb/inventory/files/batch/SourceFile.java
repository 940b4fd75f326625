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
 * @param warnings warnings for the report; the import continues
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

    /** The layout of the rows in the file. */
    sealed interface Shape {}

    record Table(SourceHeader header, char delimiter) implements Shape {
        /** The style of numbers. Files with a decimal comma are delimited by semicolons. */
        NumberStyle numberStyle() {
            return delimiter == ';' ? NumberStyle.DECIMAL_COMMA : NumberStyle.DECIMAL_POINT;
        }
    }

    record JsonLines() implements Shape {}
}
