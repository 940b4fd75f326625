package io.modernize.cmdb.inventory.formats;

import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.imports.ImportLimits;
import io.modernize.cmdb.inventory.records.PresentText;
import io.modernize.cmdb.inventory.records.RowFields;
import io.modernize.cmdb.inventory.records.RowMapping;
import io.modernize.cmdb.inventory.records.ServerClass;
import io.modernize.cmdb.inventory.records.SourceHeader;
import io.modernize.cmdb.inventory.records.TableLayout;
import io.modernize.cmdb.inventory.records.TableRecord;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of an Azure Migrate import file. Azure requires cores, memory and operating system, because it sizes a
 * target machine from them. Here only the server name is required: a search indexes what is known, and must also find a
 * server of unknown size. A server that is imported again is recognised by its name, ignoring case.
 */
final class AzureMigrateServers implements TableLayout {
    private static final List<String> MARKERS = List.of(
            "Server name",
            "Cores",
            "Memory (In MB)",
            "OS name",
            "OS architecture",
            "Server type",
            "Storage in use (In GB)",
            "Number of disks");

    private static final int MARKERS_NEEDED = 2;

    /** The greatest number of disks. The template of Azure has 20, and a machine in Azure has at most 64. */
    private static final int MAX_DISKS = 64;

    @Override
    public boolean describes(SourceHeader header) {
        return header.countOf(MARKERS) >= MARKERS_NEEDED;
    }

    @Override
    public Optional<String> lackingIn(SourceHeader header) {
        return TableLayout.lacking(header, "Server name");
    }

    @Override
    public RowMapping map(TableRecord row) {
        RowFields fields = new RowFields(row);
        String name = fields.required("Server name", ImportLimits.NAME_CHARS);
        String osName = fields.text("OS name");
        AssetAttributes.Builder attributes = fields.asset(name)
                .ciClass(ServerClass.of(osName))
                .osName(osName)
                .osVersion(fields.text("OS version"))
                .cpuCount(fields.cpuCount("Cores"))
                .memoryMib(fields.memoryMib("Memory (In MB)"))
                .storageGib(storageGib(fields))
                .addresses(fields.addresses("IP addresses"))
                .tags(Stream.of(
                                PresentText.labelled("architecture:", fields.text("OS architecture")),
                                PresentText.labelled("type:", fields.text("Server type")),
                                PresentText.labelled("hypervisor:", fields.text("Hypervisor")))
                        .filter(Objects::nonNull)
                        .toList());
        String key = name.isEmpty() ? null : name.toLowerCase(Locale.ROOT);
        return fields.findings().asset(ImportFormat.AZURE_MIGRATE.sourceSystem(), key, attributes);
    }

    /** The size of all disks, since other registers state sizes too; where no disk is listed, what is in use. */
    private static @Nullable BigDecimal storageGib(RowFields fields) {
        BigDecimal total = null;
        for (int disk = 1; disk <= MAX_DISKS; disk++) {
            BigDecimal size = fields.storageGib("Disk " + disk + " size (In GB)");
            if (size != null) {
                total = total == null ? size : total.add(size);
            }
        }
        return total == null ? fields.storageGib("Storage in use (In GB)") : total;
    }
}
