package io.modernize.cmdb.inventory.formats;

import io.modernize.cmdb.inventory.AssetAttribute;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.imports.ImportLimits;
import io.modernize.cmdb.inventory.records.JsonFields;
import io.modernize.cmdb.inventory.records.JsonRecord;
import io.modernize.cmdb.inventory.records.RowMapper;
import io.modernize.cmdb.inventory.records.RowMapping;
import io.modernize.cmdb.inventory.records.SourceRecord;
import io.modernize.cmdb.inventory.records.TableRecord;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads objects of this project's own format. {@code externalKey} and {@code name} are required. All other properties
 * are optional, and are named as in {@link AssetAttributes}.
 */
final class JsonLinesAssets implements RowMapper {
    private static final Set<String> PROPERTIES = Stream.concat(
                    Stream.of("externalKey", "sourceSystem"),
                    AssetAttribute.all().stream()
                            .filter(AssetAttribute::isGiven)
                            .map(AssetAttribute::fileProperty))
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern SOURCE_SYSTEM =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0," + (ImportLimits.SOURCE_SYSTEM_CHARS - 1) + "}");

    @Override
    public RowMapping map(SourceRecord row) {
        return switch (row) {
            case JsonRecord json -> map(json);
            case TableRecord table -> throw new IllegalArgumentException("JSON Lines have no table rows");
        };
    }

    private static RowMapping map(JsonRecord row) {
        JsonFields fields = new JsonFields(row);
        fields.rejectUnknown(PROPERTIES);
        String key = fields.required("externalKey", ImportLimits.EXTERNAL_KEY_CHARS);
        AssetAttributes.Builder attributes = AssetAttributes.named(fields.required("name", ImportLimits.NAME_CHARS))
                .ciClass(fields.text("ciClass"))
                .description(fields.text("description", ImportLimits.CELL_CHARS))
                .environment(fields.text("environment"))
                .hostName(fields.text("hostName"))
                .fqdn(fields.text("fqdn"))
                .osName(fields.text("osName"))
                .osVersion(fields.text("osVersion"))
                .cpuCount(cpuCount(fields))
                .memoryMib(memoryMib(fields))
                .storageGib(fields.number("storageGib", ImportLimits.STORAGE_GIB))
                .location(fields.text("location"))
                .owner(fields.text("owner"))
                .supportGroup(fields.text("supportGroup"))
                .status(fields.text("status"))
                .operationalStatus(fields.text("operationalStatus"))
                .serialNumber(fields.text("serialNumber"))
                .assetTag(fields.text("assetTag"))
                .addresses(fields.texts("addresses", ImportLimits.ADDRESSES))
                .tags(fields.texts("tags", ImportLimits.TAGS))
                .sourceAttributes(fields.textByName("attributes"));
        return fields.findings().asset(sourceSystem(fields), key.isEmpty() ? null : key, attributes);
    }

    private static String sourceSystem(JsonFields fields) {
        String sourceSystem =
                Objects.requireNonNullElse(fields.text("sourceSystem"), ImportFormat.JSON_LINES.sourceSystem());
        if (!SOURCE_SYSTEM.matcher(sourceSystem).matches()) {
            fields.findings()
                    .add(
                            "sourceSystem",
                            sourceSystem,
                            "should be 1 to " + ImportLimits.SOURCE_SYSTEM_CHARS
                                    + " letters, digits, dots, hyphens and underscores, the first a letter or digit");
            return ImportFormat.JSON_LINES.sourceSystem();
        }
        return sourceSystem;
    }

    private static @Nullable Integer cpuCount(JsonFields fields) {
        BigDecimal count = fields.wholeNumber("cpuCount", ImportLimits.CPU_COUNT);
        return count == null ? null : count.intValueExact();
    }

    private static @Nullable Long memoryMib(JsonFields fields) {
        BigDecimal memory = fields.wholeNumber("memoryMib", ImportLimits.MEMORY_MIB);
        return memory == null ? null : memory.longValueExact();
    }
}
