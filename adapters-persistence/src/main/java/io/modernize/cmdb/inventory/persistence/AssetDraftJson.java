package io.modernize.cmdb.inventory.persistence;

import io.modernize.cmdb.inventory.AssetAttribute;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.ContentHash;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes drafts as JSON arrays of records. Their properties are columns of {@code cmdb_assets}. */
final class AssetDraftJson {
    /**
     * The greatest length of an array in characters. PostgreSQL takes no more than 256 MiB, and each copy costs as much
     * memory.
     */
    private static final int MAX_ARRAY_CHARS = 8_000_000;

    /** The columns, and their types, in one order. */
    private static final Map<String, String> TYPES = types();

    private AssetDraftJson() {}

    private static Map<String, String> types() {
        Map<String, String> types = new LinkedHashMap<>();
        types.put("id", "uuid");
        types.put("source_system", "text");
        types.put("external_key", "text");
        AssetAttribute.all().forEach(attribute -> types.put(attribute.column(), AssetTable.typeOf(attribute)));
        types.put("content_hash", "bytea");
        types.put("row_hash", "bytea");
        return types;
    }

    /** The names of the columns, separated by commas. */
    static String columnNames() {
        return String.join(", ", TYPES.keySet());
    }

    /** The same with their types, as {@code jsonb_to_recordset} wants them. */
    static String columnDefinitions() {
        return TYPES.entrySet().stream()
                .map(column -> column.getKey() + " " + column.getValue())
                .collect(Collectors.joining(", "));
    }

    /** The columns that an import sets of an asset that is there already: all but those that identify it. */
    static String assignments() {
        return TYPES.keySet().stream()
                .skip(3)
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
    }

    /** One array, or several where one would be longer than {@value #MAX_ARRAY_CHARS} characters. */
    static List<String> write(List<AssetDraft> drafts) {
        List<String> arrays = new ArrayList<>();
        StringJoiner array = new StringJoiner(",", "[", "]");
        for (AssetDraft draft : drafts) {
            String asset = JsonMapper.shared().writeValueAsString(columns(draft));
            if (array.length() > 2 && array.length() + asset.length() > MAX_ARRAY_CHARS) {
                arrays.add(array.toString());
                array = new StringJoiner(",", "[", "]");
            }
            array.add(asset);
        }
        arrays.add(array.toString());
        return arrays;
    }

    private static Map<String, @Nullable Object> columns(AssetDraft draft) {
        AssetAttributes asset = draft.attributes();
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("id", AssetId.fresh(draft.key()).value());
        columns.put("source_system", draft.key().sourceSystem());
        columns.put("external_key", draft.key().externalKey());
        for (AssetAttribute attribute : AssetAttribute.all()) {
            columns.put(attribute.column(), attribute.of(asset));
        }
        columns.put("content_hash", bytea(ContentHash.ofContent(asset)));
        columns.put("row_hash", bytea(ContentHash.ofRow(asset)));
        return columns;
    }

    /** The text form of bytes in PostgreSQL. */
    private static String bytea(ContentHash hash) {
        return "\\x" + hash;
    }
}
