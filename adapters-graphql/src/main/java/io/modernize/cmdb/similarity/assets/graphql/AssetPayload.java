package io.modernize.cmdb.similarity.assets.graphql;

import io.modernize.cmdb.api.lookups.InEngagement;
import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * GraphQL type {@code Asset}.
 *
 * @param scope the scope that the asset was found in; its other fields are looked up in it. It is not part of the
 *     schema
 * @param engagementId the engagement that owns the asset; it is not part of the schema either
 */
public record AssetPayload(
        String id,
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
        @Nullable OsFamilyPayload osFamily,
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
        Instant updatedAt,
        TenantScope scope,
        EngagementId engagementId)
        implements InEngagement {

    public static AssetPayload from(TenantScope scope, Asset asset) {
        AssetAttributes attributes = asset.attributes();
        return new AssetPayload(
                asset.id().toString(),
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
                OsFamilyPayload.from(attributes.osFamily()),
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
                asset.updatedAt(),
                scope,
                asset.engagementId());
    }
}
