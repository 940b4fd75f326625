package io.modernize.cmdb.inventory.formats;

import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.imports.ImportLimits;
import io.modernize.cmdb.inventory.records.CompositeKey;
import io.modernize.cmdb.inventory.records.RowFields;
import io.modernize.cmdb.inventory.records.RowMapping;
import io.modernize.cmdb.inventory.records.RowProblem;
import io.modernize.cmdb.inventory.records.ServerClass;
import io.modernize.cmdb.inventory.records.SourceHeader;
import io.modernize.cmdb.inventory.records.TableLayout;
import io.modernize.cmdb.inventory.records.TableRecord;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of an AWS Migration Hub import file. A row needs one of the identifiers that AWS accepts. The key is the
 * most lasting identifier of the row.
 */
final class AwsMigrationHubServers implements TableLayout {
    /** Columns that no other format has. {@code HostName} and {@code IPAddress} are also columns of ServiceNow. */
    private static final List<String> MARKERS = List.of(
            "ExternalId",
            "SMBiosId",
            "ServerId",
            "VMware.MoRefId",
            "VMware.VCenterId",
            "VMware.VMName",
            "CPU.NumberOfProcessors",
            "CPU.NumberOfCores",
            "CPU.NumberOfLogicalCores",
            "OS.Name",
            "OS.Version",
            "RAM.TotalSizeInMB",
            "ApplicationWave");

    private static final String IDENTIFIERS =
            "ExternalId, IPAddress, MACAddress, HostName, or VMware.MoRefId with VMware.VCenterId";

    @Override
    public boolean describes(SourceHeader header) {
        return header.countOf(MARKERS) >= 1;
    }

    @Override
    public Optional<String> lackingIn(SourceHeader header) {
        boolean identifying = header.countOf(List.of("ExternalId", "IPAddress", "MACAddress", "HostName")) >= 1
                || (header.has("VMware.MoRefId") && header.has("VMware.VCenterId"));
        return identifying
                ? Optional.empty()
                : Optional.of("a column that identifies a server is missing: " + IDENTIFIERS);
    }

    @Override
    public RowMapping map(TableRecord row) {
        RowFields fields = new RowFields(row);
        List<String> addresses = fields.addresses("IPAddress");
        String hostName = fields.name("HostName");
        String virtualMachineName = fields.name("VMware.VMName");
        String key = key(fields, hostName, addresses);
        String osName = fields.text("OS.Name");
        AssetAttributes.Builder attributes = fields.asset(name(hostName, virtualMachineName, key))
                .ciClass(ServerClass.of(osName))
                .hostName(hostName)
                .fqdn(hostName != null && hostName.contains(".") ? hostName : null)
                .osName(osName)
                .osVersion(fields.text("OS.Version"))
                .cpuCount(fields.cpuCount("CPU.NumberOfLogicalCores", "CPU.NumberOfCores", "CPU.NumberOfProcessors"))
                .memoryMib(fields.memoryMib("RAM.TotalSizeInMB"))
                .addresses(addresses)
                .tags(tags(fields));
        return fields.findings().asset(ImportFormat.AWS_MIGRATION_HUB.sourceSystem(), key, attributes);
    }

    private static String name(@Nullable String hostName, @Nullable String virtualMachineName, @Nullable String key) {
        if (hostName != null) {
            return hostName;
        }
        return virtualMachineName != null ? virtualMachineName : Objects.requireNonNullElse(key, "");
    }

    private static @Nullable String key(RowFields fields, @Nullable String hostName, List<String> addresses) {
        String externalId = fields.text("ExternalId");
        String moRefId = fields.text("VMware.MoRefId");
        String vCenterId = fields.text("VMware.VCenterId");
        // Lists come in any order; the smallest value stays the same.
        String macAddress =
                fields.addresses("MACAddress").stream().sorted().findFirst().orElse(null);
        String ipAddress = addresses.stream().sorted().findFirst().orElse(null);
        String virtualMachine =
                moRefId == null || vCenterId == null ? null : CompositeKey.of("vmware", vCenterId, moRefId);
        if (Stream.of(externalId, virtualMachine, hostName, macAddress, ipAddress)
                .allMatch(Objects::isNull)) {
            fields.findings().add(RowProblem.ofRow("identifies no server: fill one of " + IDENTIFIERS));
            return null;
        }
        return Stream.of(
                        externalId,
                        keyOf("server", fields.text("ServerId")),
                        keyOf("smbios", fields.text("SMBiosId")),
                        virtualMachine,
                        keyOf("host", hostName),
                        keyOf("mac", macAddress),
                        keyOf("ip", ipAddress))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    /** The key in lower case, because hexadecimal digits and host names mean the same in either case. */
    private static @Nullable String keyOf(String kind, @Nullable String value) {
        return value == null ? null : CompositeKey.of(kind, value.toLowerCase(Locale.ROOT));
    }

    private static List<String> tags(RowFields fields) {
        List<String> tags = Stream.of(
                        fields.values("Tags").stream(),
                        fields.values("Applications").stream().map(application -> "application:" + application),
                        fields.values("ApplicationWave").stream().map(wave -> "wave:" + wave))
                .flatMap(values -> values)
                .distinct()
                .toList();
        return fields.findings().bounded("Tags", tags, ImportLimits.TAGS);
    }
}
