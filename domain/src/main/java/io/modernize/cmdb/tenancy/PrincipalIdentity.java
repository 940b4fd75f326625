package io.modernize.cmdb.tenancy;

import java.util.UUID;

/**
 * A person or service as the identity provider knows it. With Microsoft Entra ID these are the claims {@code tid} and
 * {@code oid}; the object id alone is unique only inside its directory.
 */
public record PrincipalIdentity(UUID directoryTenantId, UUID objectId) {
    /** As it stands in records of who did something. */
    public String text() {
        return directoryTenantId + "/" + objectId;
    }
}
