package io.modernize.cmdb.inventory.files.batch;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.modernize.cmdb.inventory.imports.ImportRefusal;
import io.modernize.cmdb.inventory.imports.ImportRefusal.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The records of a table in order, without blank ones. It holds one record at a time. */
final class RawTable implements AutoCloseable {
    /**
     * The length of a cell at which the parser gives up. If a quote is lost in a large file, the rest would otherwise
     * be one cell. The parser holds a cell in memory until it ends, and several jobs read files at once.
     */
    private static final int MAX_CELL_BUFFER_CHARS = 4 * 1024 * 1024;

    private static final String QUOTE_REMEDY =
            "A quoted cell ends with one quote, a quote inside it is written twice; mend that line and import again.";

    private final QuoteTracker quotes;
    private final RawRowCollector collector;
    private final CsvReader<RawRow> parser;
    private final Iterator<RawRow> rows;

    RawTable(Reader characters, char delimiter) {
        this(characters, delimiter, new RawRowCollector(false));
    }

    private RawTable(Reader characters, char delimiter, RawRowCollector collector) {
        this.collector = collector;
        quotes = new QuoteTracker(characters, delimiter);
        parser = CsvReader.builder()
                .fieldSeparator(delimiter)
                // The default takes a lost quote's cell to the end of the file for good.
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(MAX_CELL_BUFFER_CHARS)
                .build(collector, quotes);
        rows = parser.iterator();
    }

    /** A table whose encoding is not known yet: its characters are bytes, and so are those of {@link #MAX_CELL_BUFFER_CHARS}. */
    static RawTable ofBytes(InputStream bytes, char delimiter) {
        return new RawTable(TextEncoding.bytesAsCharacters(bytes), delimiter, new RawRowCollector(true));
    }

    /** The next record; null behind the last. */
    @Nullable
    RawRow next() throws IOException {
        RawRow row = parsed();
        while (row != null && row.filling() == RawRow.Filling.BLANK) {
            row = parsed();
        }
        return row;
    }

    /** Sets the number of cells that are kept from the next record on. Further cells are only counted. */
    void keepCells(int count) {
        collector.keepCells(count);
    }

    private @Nullable RawRow parsed() throws IOException {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            if (e.getCause() != null) {
                // Not the table's fault: the parser wraps whatever goes wrong while it runs.
                throw e;
            }
            throw new BrokenTableException(refusal(), e);
        }
    }

    /** The refusal of a table that the parser gave up. Its exceptions do not tell the reason, but the quotes do. */
    private ImportRefusal refusal() {
        if (quotes.misplacedTextLine() > 0) {
            return new ImportRefusal(
                    Code.TEXT_AFTER_QUOTE,
                    "line " + quotes.misplacedTextLine() + ": text follows the closing quote of a cell that"
                            + " opens in line " + quotes.lastOpeningLine(),
                    QUOTE_REMEDY);
        }
        if (quotes.isInsideQuotes() && quotes.isAtEnd()) {
            return new ImportRefusal(
                    Code.UNCLOSED_QUOTE,
                    "line " + quotes.lastOpeningLine()
                            + ": a quoted cell opens there and is never closed; nothing behind it can be read",
                    QUOTE_REMEDY);
        }
        return new ImportRefusal(
                Code.CELL_TOO_LARGE,
                "line " + (quotes.isInsideQuotes() ? quotes.lastOpeningLine() : collector.line())
                        + ": the cell that opens there has more than " + MAX_CELL_BUFFER_CHARS + " bytes",
                "Is a closing quote missing there? If not, shorten that cell.");
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
