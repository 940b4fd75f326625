package io.modernize.cmdb.inventory.archive.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetAttributes;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code assets.jsonl}: an asset in the format that imports of JSON Lines read. Absent values are left out.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record AssetLine(
        String sourceSystem,
        String externalKey,
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
        Map<String, String> attributes) {

    static AssetLine of(Asset asset) {
        AssetAttributes attributes = asset.attributes();
        return new AssetLine(
                asset.key().sourceSystem(),
                asset.key().externalKey(),
                attributes.name(),
                attributes.ciClass(),
                attributes.description(),
                attributes.environment(),
                attributes.hostName(),
                attributes.fqdn(),
                attributes.osName(),
                attributes.osVersion(),
                attributes.cpuCount(),
                attributes.memoryMib(),
                attributes.storageGib(),
                attributes.location(),
                attributes.owner(),
                attributes.supportGroup(),
                attributes.status(),
                attributes.operationalStatus(),
                attributes.serialNumber(),
                attributes.assetTag(),
                attributes.addresses(),
                attributes.tags(),
                attributes.sourceAttributes());
    }
}
