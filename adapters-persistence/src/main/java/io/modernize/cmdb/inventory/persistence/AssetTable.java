package io.modernize.cmdb.inventory.persistence;

import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetAttribute;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.ContentHash;
import io.modernize.cmdb.tenancy.EngagementId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A row of {@code cmdb_assets}. It is public for searches, which join their hits with the assets: one statement sees
 * one state of the data and costs one round trip.
 */
public final class AssetTable {
    /** Comma-separated, without a table's name and without what the source said, which {@link JdbcSourceAttributes} reads. */
    public static final String COLUMNS = "id, engagement_id, source_system, external_key, "
            + AssetAttribute.all().stream()
                    .filter(attribute -> attribute.isGiven() && attribute != AssetAttribute.SOURCE_ATTRIBUTES)
                    .map(AssetAttribute::column)
                    .collect(Collectors.joining(", "))
            + ", relations, document_hash, updated_at ";

    /** The columns with the source attributes. */
    static final String ALL_COLUMNS = "source_attributes, " + COLUMNS;

    private AssetTable() {}

    /**
     * The order {@link Asset#BY_NAME_AND_KEY}, as expressions of SQL. It compares the codes of characters, because the
     * database's collation depends on the machine.
     *
     * @param table the table whose rows are ordered
     */
    public static String orderOf(String table) {
        return "%1$s.name collate \"C\", %1$s.source_system collate \"C\", %1$s.external_key collate \"C\", %1$s.id"
                .formatted(table);
    }

    /** The columns of a table that is joined with others. */
    public static String columnsOf(String table) {
        return Stream.of(COLUMNS.split(","))
                .map(column -> table + "." + column.strip())
                .collect(Collectors.joining(", "));
    }

    /** The type of the attribute's column. */
    public static String typeOf(AssetAttribute attribute) {
        return switch (attribute.kind()) {
            case TEXT, OS_FAMILY -> "text";
            case TEXTS -> "text[]";
            case INTEGER -> "integer";
            case LONG -> "bigint";
            case DECIMAL -> "numeric";
            case ENTRIES -> "jsonb";
        };
    }

    /** The asset of a row that has {@link #COLUMNS}. */
    public static Asset toDomain(ResultSet row) throws SQLException {
        return toDomain(row, Collections.emptySortedMap());
    }

    /** The asset of a row with {@link #ALL_COLUMNS}. */
    static Asset allToDomain(ResultSet row) throws SQLException {
        return toDomain(row, SourceAttributesJson.read(row.getString("source_attributes")));
    }

    private static Asset toDomain(ResultSet row, SortedMap<String, String> sourceAttributes) throws SQLException {
        AssetAttributes attributes = AssetAttributes.named(row.getString("name"))
                .ciClass(row.getString("ci_class"))
                .description(row.getString("description"))
                .environment(row.getString("environment"))
                .hostName(row.getString("host_name"))
                .fqdn(row.getString("fqdn"))
                .osName(row.getString("os_name"))
                .osVersion(row.getString("os_version"))
                .cpuCount(row.getObject("cpu_count", Integer.class))
                .memoryMib(row.getObject("memory_mib", Long.class))
                .storageGib(row.getBigDecimal("storage_gib"))
                .location(row.getString("location"))
                .owner(row.getString("owner"))
                .supportGroup(row.getString("support_group"))
                .status(row.getString("status"))
                .operationalStatus(row.getString("operational_status"))
                .serialNumber(row.getString("serial_number"))
                .assetTag(row.getString("asset_tag"))
                .addresses(texts(row, "addresses"))
                .tags(texts(row, "tags"))
                .sourceAttributes(sourceAttributes)
                .build();
        return new Asset(
                new AssetId(row.getObject("id", UUID.class)),
                new EngagementId(row.getObject("engagement_id", UUID.class)),
                new AssetKey(row.getString("source_system"), row.getString("external_key")),
                attributes,
                row.getString("relations"),
                ContentHash.ofBytes(row.getBytes("document_hash")),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
