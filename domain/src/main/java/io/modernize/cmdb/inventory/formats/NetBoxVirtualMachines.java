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
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of NetBox's table of virtual machines. The key is cluster and name. The key of a machine without a cluster
 * is site and name.
 */
final class NetBoxVirtualMachines implements TableLayout {
    @Override
    public boolean describes(SourceHeader header) {
        return (header.has("cluster") || header.has("vcpus"))
                && header.countOf(List.of("cluster", "vcpus", "memory", "disk", "role", "platform")) >= 2;
    }

    @Override
    public Optional<String> lackingIn(SourceHeader header) {
        return header.has("site")
                ? TableLayout.lacking(header, "name")
                : TableLayout.lacking(header, "name", "cluster");
    }

    @Override
    public RowMapping map(TableRecord row) {
        RowFields fields = new RowFields(row);
        String name = fields.required("name", ImportLimits.NAME_CHARS);
        String cluster = fields.text("cluster");
        String site = fields.text("site");
        String facts = PresentText.phrases(
                fields.text("role"),
                PresentText.labelled("cluster ", cluster),
                PresentText.labelled("device ", fields.text("device")));
        AssetAttributes.Builder attributes = fields.asset(name)
                .ciClass("cmdb_ci_vm_instance")
                .description(PresentText.lines(facts, fields.prose("description"), fields.prose("comments")))
                .osName(fields.text("platform"))
                .cpuCount(fields.cpuCountRoundedUp("vcpus"))
                .memoryMib(fields.memoryMib("memory"))
                .storageGib(fields.storageGib("disk"))
                .location(site)
                .owner(fields.text("tenant"))
                .status(fields.text("status"))
                .serialNumber(fields.text("serial"))
                .addresses(fields.addresses("primary_ip4", "primary_ip6", "primary_ip"))
                .tags(fields.values("tags"));
        String key = name.isEmpty() ? null : key(fields, cluster, site, name);
        return fields.findings().asset(ImportFormat.NETBOX_VIRTUAL_MACHINE.sourceSystem(), key, attributes);
    }

    private static @Nullable String key(
            RowFields fields, @Nullable String cluster, @Nullable String site, String name) {
        if (cluster != null) {
            return CompositeKey.joined(cluster, name).toLowerCase(Locale.ROOT);
        }
        if (site != null) {
            return CompositeKey.of("site", site, name).toLowerCase(Locale.ROOT);
        }
        fields.findings()
                .add("cluster", null, "is blank, and so is the site: fill one of them, as names are not unique");
        return null;
    }
}
