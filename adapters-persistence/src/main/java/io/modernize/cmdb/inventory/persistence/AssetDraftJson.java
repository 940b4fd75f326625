package io.modernize.cmdb.inventory.persistence;

import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.ContentHash;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes drafts as JSON arrays of records. Their properties are columns of {@code cmdb_assets}. */
final class AssetDraftJson {
    /**
     * The greatest length of an array in characters. PostgreSQL takes no more than 256 MiB, and each copy costs as much
     * memory.
     */
    private static final int MAX_ARRAY_CHARS = 8_000_000;

    private AssetDraftJson() {}

    /** Writes one array, or several if one would be longer than {@value #MAX_ARRAY_CHARS} characters. */
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
        columns.put("name", asset.name());
        columns.put("ci_class", asset.ciClass());
        columns.put("description", asset.description());
        columns.put("environment", asset.environment());
        columns.put("host_name", asset.hostName());
        columns.put("fqdn", asset.fqdn());
        columns.put("os_name", asset.osName());
        columns.put("os_version", asset.osVersion());
        columns.put("os_family", asset.osFamily());
        columns.put("cpu_count", asset.cpuCount());
        columns.put("memory_mib", asset.memoryMib());
        columns.put("storage_gib", asset.storageGib());
        columns.put("location", asset.location());
        columns.put("owner", asset.owner());
        columns.put("support_group", asset.supportGroup());
        columns.put("status", asset.status());
        columns.put("operational_status", asset.operationalStatus());
        columns.put("serial_number", asset.serialNumber());
        columns.put("asset_tag", asset.assetTag());
        columns.put("addresses", asset.addresses());
        columns.put("tags", asset.tags());
        columns.put("source_attributes", asset.sourceAttributes());
        columns.put("content_hash", bytea(ContentHash.ofContent(asset)));
        columns.put("row_hash", bytea(ContentHash.ofRow(asset)));
        return columns;
    }

    /** The text form of bytes in PostgreSQL. */
    private static String bytea(ContentHash hash) {
        return "\\x" + hash;
    }
}
