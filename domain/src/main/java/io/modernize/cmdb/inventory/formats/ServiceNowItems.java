package io.modernize.cmdb.inventory.formats;

import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.imports.ImportLimits;
import io.modernize.cmdb.inventory.records.CompositeKey;
import io.modernize.cmdb.inventory.records.PresentText;
import io.modernize.cmdb.inventory.records.RowFields;
import io.modernize.cmdb.inventory.records.RowMapping;
import io.modernize.cmdb.inventory.records.SourceHeader;
import io.modernize.cmdb.inventory.records.TableLayout;
import io.modernize.cmdb.inventory.records.TableRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of {@code cmdb_ci_server} and its relatives. If the export has no {@code sys_id}, an item is identified by
 * its serial number or else by its name, as ServiceNow's own identification rules do.
 */
final class ServiceNowItems implements TableLayout {
    /** Columns that no other format has. */
    private static final List<String> MARKERS = List.of(
            "sys_class_name",
            "short_description",
            "install_status",
            "operational_status",
            "used_for",
            "support_group",
            "cpu_count",
            "ram",
            "disk_space",
            "discovery_source");

    private static final int MARKERS_NEEDED = 2;

    private static final Map<String, String> INSTALL_STATUS = Map.of(
            "1", "Installed",
            "2", "On Order",
            "3", "In Maintenance",
            "4", "Pending Install",
            "5", "Pending Repair",
            "6", "In Stock",
            "7", "Retired",
            "8", "Stolen",
            "100", "Absent");

    private static final Map<String, String> OPERATIONAL_STATUS = Map.of(
            "1", "Operational",
            "2", "Non-Operational",
            "3", "Repair in Progress",
            "4", "DR Standby",
            "5", "Ready",
            "6", "Retired");

    @Override
    public boolean describes(SourceHeader header) {
        return header.has("sys_id") || header.countOf(MARKERS) >= MARKERS_NEEDED;
    }

    @Override
    public Optional<String> lackingIn(SourceHeader header) {
        return TableLayout.lacking(header, "name");
    }

    @Override
    public RowMapping map(TableRecord row) {
        RowFields fields = new RowFields(row);
        String name = fields.required("name", ImportLimits.NAME_CHARS);
        String serialNumber = fields.text("serial_number");
        AssetAttributes.Builder attributes = fields.asset(name)
                .ciClass(fields.text("sys_class_name", "class"))
                .description(PresentText.lines(fields.prose("short_description"), fields.prose("comments")))
                .environment(fields.text("used_for", "classification"))
                .hostName(fields.text("host_name"))
                .fqdn(fields.text("fqdn", "fully qualified domain name"))
                .osName(fields.text("os", "operating system"))
                .osVersion(fields.text("os_version"))
                .cpuCount(fields.cpuCount("cpu_count"))
                .memoryMib(fields.memoryMib("ram", "ram (mb)"))
                .storageGib(fields.storageGib("disk_space", "disk space (gb)"))
                .location(fields.text("location"))
                .owner(fields.text("owned_by", "managed_by", "department"))
                .supportGroup(fields.text("support_group"))
                .status(label(INSTALL_STATUS, fields.text("install_status")))
                .operationalStatus(label(OPERATIONAL_STATUS, fields.text("operational_status")))
                .serialNumber(serialNumber)
                .assetTag(fields.text("asset_tag"))
                .addresses(fields.addresses("ip_address", "ip_addresses"));
        return fields.findings()
                .asset(ImportFormat.SERVICENOW_CI.sourceSystem(), key(fields, name, serialNumber), attributes);
    }

    private static @Nullable String key(RowFields fields, String name, @Nullable String serialNumber) {
        if (fields.hasColumn("sys_id")) {
            String sysId = fields.required("sys_id", ImportLimits.EXTERNAL_KEY_CHARS);
            return sysId.isEmpty() ? null : sysId;
        }
        if (serialNumber != null) {
            return CompositeKey.of("serial", serialNumber);
        }
        return name.isEmpty() ? null : CompositeKey.of("name", name);
    }

    /** The label of a code. A code that ServiceNow does not ship stays as it is, and so does a label. */
    private static @Nullable String label(Map<String, String> labels, @Nullable String code) {
        return code == null ? null : labels.getOrDefault(code, code);
    }
}
