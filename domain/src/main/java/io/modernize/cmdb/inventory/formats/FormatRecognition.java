package io.modernize.cmdb.inventory.formats;

import io.modernize.cmdb.inventory.imports.ImportLimits;
import io.modernize.cmdb.inventory.imports.ImportRefusal;
import io.modernize.cmdb.inventory.imports.ImportRefusal.Code;
import io.modernize.cmdb.inventory.records.CellText;
import io.modernize.cmdb.inventory.records.PrintableText;
import io.modernize.cmdb.inventory.records.SourceHeader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The judgement of a table's header: either the format, or the reason why the table cannot be imported. */
public sealed interface FormatRecognition {

    record Recognised(ImportFormat format, SourceHeader header) implements FormatRecognition {}

    record Refused(ImportRefusal refusal) implements FormatRecognition {}

    /** Judges a header by its cells in their order. */
    static FormatRecognition of(List<String> columns) {
        Optional<ImportRefusal> defect = unreadable(columns).or(() -> duplicate(columns));
        if (defect.isPresent()) {
            return new Refused(defect.get());
        }
        SourceHeader header = new SourceHeader(columns);
        return Arrays.stream(ImportFormat.values())
                .filter(format -> format.describes(header))
                .findFirst()
                .map(format -> complete(format, header))
                .orElseGet(() -> new Refused(unknown(columns)));
    }

    private static FormatRecognition complete(ImportFormat format, SourceHeader header) {
        return format.lackingIn(header)
                .<FormatRecognition>map(lacking -> new Refused(new ImportRefusal(
                        Code.MISSING_COLUMN,
                        lacking + " (the file looks like " + format.description() + ")",
                        "Export the file again with that column.")))
                .orElseGet(() -> new Recognised(format, header));
    }

    private static Optional<ImportRefusal> unreadable(List<String> columns) {
        if (columns.size() > ImportLimits.COLUMNS) {
            return Optional.of(new ImportRefusal(
                    Code.HEADER_UNREADABLE,
                    "the header has more than " + ImportLimits.COLUMNS + " columns",
                    "Export only the columns that describe an asset."));
        }
        for (int at = 0; at < columns.size(); at++) {
            String column = columns.get(at);
            if (column.strip().length() > ImportLimits.COLUMN_NAME_CHARS
                    || CellText.problemIn("header", column).isPresent()) {
                return Optional.of(new ImportRefusal(
                        Code.HEADER_UNREADABLE,
                        "the name of column " + (at + 1) + " is longer than " + ImportLimits.COLUMN_NAME_CHARS
                                + " characters or holds a NUL character",
                        "The first line has to be the header: names of columns, none without its closing quote."));
            }
        }
        return Optional.empty();
    }

    private static Optional<ImportRefusal> duplicate(List<String> columns) {
        Map<String, List<Integer>> positions = new LinkedHashMap<>();
        for (int at = 0; at < columns.size(); at++) {
            if (!columns.get(at).isBlank()) {
                positions
                        .computeIfAbsent(SourceHeader.lookupKey(columns.get(at)), key -> new ArrayList<>())
                        .add(at + 1);
            }
        }
        return positions.values().stream()
                .filter(places -> places.size() > 1)
                .findFirst()
                .map(places -> duplicated(columns, places));
    }

    private static ImportRefusal duplicated(List<String> columns, List<Integer> places) {
        String names = places.stream()
                .map(place -> "`" + printable(columns.get(place - 1)) + "`")
                .distinct()
                .collect(Collectors.joining(" or "));
        String times = places.size() == 2 ? "twice" : places.size() + " times";
        String last = " and " + places.getLast();
        String where = places.subList(0, places.size() - 1).stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", ", "columns ", last));
        return new ImportRefusal(
                Code.DUPLICATE_COLUMN,
                "column " + names + " appears " + times + " (" + where + ")",
                "Remove or rename all but one: which one holds the truth cannot be told from here."
                        + " Case, spaces, hyphens, underscores and a leading * make no difference.");
    }

    private static ImportRefusal unknown(List<String> columns) {
        String known = Arrays.stream(ImportFormat.values())
                .map(ImportFormat::description)
                .collect(Collectors.joining("; "));
        boolean oneColumn = columns.size() == 1;
        String found =
                columns.stream().limit(10).map(FormatRecognition::printable).collect(Collectors.joining(", "));
        return new ImportRefusal(
                Code.UNKNOWN_FORMAT,
                oneColumn
                        ? "the header has only one column: " + found
                        : "the columns are those of no known format: " + found + (columns.size() > 10 ? ", …" : ""),
                (oneColumn
                                ? "Is the delimiter something other than , or ;? "
                                : "Is the delimiter , or ;, and is the header the first line? ")
                        + "Formats that are recognised: " + known + ".");
    }

    private static String printable(String column) {
        return PrintableText.of(column.strip(), 60);
    }
}
