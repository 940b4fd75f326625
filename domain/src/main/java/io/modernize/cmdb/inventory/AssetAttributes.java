package io.modernize.cmdb.inventory;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an asset, in one vocabulary for all sources; absent values are null or empty.
 *
 * @param ciClass class of the configuration item, by ServiceNow's names ({@code cmdb_ci_linux_server})
 * @param cpuCount processors or virtual processors
 * @param memoryMib memory in mebibytes
 * @param storageGib storage in gibibytes
 * @param status life-cycle status ({@code Installed}, {@code Retired})
 * @param addresses IP addresses as written in the source
 * @param tags {@code name:value} or a bare name
 * @param sourceAttributes every non-blank cell of the source under its original header, in sorted order; empty, too, where a
 *     reader of assets says that they come without
 */
public record AssetAttributes(
        String name,
        @Nullable String ciClass,
        @Nullable String description,
        @Nullable String environment,
        @Nullable String hostName,
        @Nullable String fqdn,
        @Nullable String osName,
        @Nullable String osVersion,
        @Nullable Integer cpuCount,
        @Nullable Long memoryMib,
        @Nullable BigDecimal storageGib,
        @Nullable String location,
        @Nullable String owner,
        @Nullable String supportGroup,
        @Nullable String status,
        @Nullable String operationalStatus,
        @Nullable String serialNumber,
        @Nullable String assetTag,
        List<String> addresses,
        List<String> tags,
        SortedMap<String, String> sourceAttributes) {

    public AssetAttributes {
        addresses = List.copyOf(addresses);
        tags = List.copyOf(tags);
        sourceAttributes = Collections.unmodifiableSortedMap(new TreeMap<>(sourceAttributes));
    }

    public @Nullable OsFamily osFamily() {
        return osName == null ? null : OsFamily.of(osName);
    }

    /** The same asset with other texts of those kinds that may be long. */
    public AssetAttributes withTexts(
            @Nullable String newDescription,
            List<String> newAddresses,
            List<String> newTags,
            SortedMap<String, String> newSourceAttributes) {
        return new AssetAttributes(
                name,
                ciClass,
                Builder.present(newDescription),
                environment,
                hostName,
                fqdn,
                osName,
                osVersion,
                cpuCount,
                memoryMib,
                storageGib,
                location,
                owner,
                supportGroup,
                status,
                operationalStatus,
                serialNumber,
                assetTag,
                newAddresses,
                newTags,
                newSourceAttributes);
    }

    public static Builder named(String name) {
        return new Builder(name);
    }

    /** Collects attributes; blank text counts as absent. */
    public static final class Builder {
        private final String name;
        private @Nullable String ciClass;
        private @Nullable String description;
        private @Nullable String environment;
        private @Nullable String hostName;
        private @Nullable String fqdn;
        private @Nullable String osName;
        private @Nullable String osVersion;
        private @Nullable Integer cpuCount;
        private @Nullable Long memoryMib;
        private @Nullable BigDecimal storageGib;
        private @Nullable String location;
        private @Nullable String owner;
        private @Nullable String supportGroup;
        private @Nullable String status;
        private @Nullable String operationalStatus;
        private @Nullable String serialNumber;
        private @Nullable String assetTag;
        private List<String> addresses = List.of();
        private List<String> tags = List.of();
        private Map<String, String> sourceAttributes = Map.of();

        private Builder(String name) {
            this.name = name;
        }

        private static @Nullable String present(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }

        public Builder ciClass(@Nullable String ciClass) {
            this.ciClass = present(ciClass);
            return this;
        }

        public Builder description(@Nullable String description) {
            this.description = present(description);
            return this;
        }

        public Builder environment(@Nullable String environment) {
            this.environment = present(environment);
            return this;
        }

        public Builder hostName(@Nullable String hostName) {
            this.hostName = present(hostName);
            return this;
        }

        public Builder fqdn(@Nullable String fqdn) {
            this.fqdn = present(fqdn);
            return this;
        }

        public Builder osName(@Nullable String osName) {
            this.osName = present(osName);
            return this;
        }

        public Builder osVersion(@Nullable String osVersion) {
            this.osVersion = present(osVersion);
            return this;
        }

        public Builder location(@Nullable String location) {
            this.location = present(location);
            return this;
        }

        public Builder owner(@Nullable String owner) {
            this.owner = present(owner);
            return this;
        }

        public Builder supportGroup(@Nullable String supportGroup) {
            this.supportGroup = present(supportGroup);
            return this;
        }

        public Builder status(@Nullable String status) {
            this.status = present(status);
            return this;
        }

        public Builder operationalStatus(@Nullable String operationalStatus) {
            this.operationalStatus = present(operationalStatus);
            return this;
        }

        public Builder serialNumber(@Nullable String serialNumber) {
            this.serialNumber = present(serialNumber);
            return this;
        }

        public Builder assetTag(@Nullable String assetTag) {
            this.assetTag = present(assetTag);
            return this;
        }

        public Builder cpuCount(@Nullable Integer cpuCount) {
            this.cpuCount = cpuCount;
            return this;
        }

        public Builder memoryMib(@Nullable Long memoryMib) {
            this.memoryMib = memoryMib;
            return this;
        }

        public Builder storageGib(@Nullable BigDecimal storageGib) {
            this.storageGib = storageGib;
            return this;
        }

        public Builder addresses(List<String> addresses) {
            this.addresses = addresses;
            return this;
        }

        public Builder tags(List<String> tags) {
            this.tags = tags;
            return this;
        }

        public Builder sourceAttributes(Map<String, String> sourceAttributes) {
            this.sourceAttributes = sourceAttributes;
            return this;
        }

        public AssetAttributes build() {
            return new AssetAttributes(
                    name,
                    ciClass,
                    description,
                    environment,
                    hostName,
                    fqdn,
                    osName,
                    osVersion,
                    cpuCount,
                    memoryMib,
                    storageGib,
                    location,
                    owner,
                    supportGroup,
                    status,
                    operationalStatus,
                    serialNumber,
                    assetTag,
                    addresses,
                    tags,
                    new TreeMap<>(sourceAttributes));
        }
    }
}
