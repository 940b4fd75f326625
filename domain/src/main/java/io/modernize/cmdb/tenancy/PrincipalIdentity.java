package io.modernize.cmdb.tenancy;

import java.util.UUID;

/**
 * A person or service as the identity provider knows it. In Microsoft Entra ID, these are the claims {@code tid} and
 * {@code oid}. An object id is unique only inside its directory.
 */
public record PrincipalIdentity(UUID directoryTenantId, UUID objectId) {
    /** The identity as text, for records of who did something. */
    public String text() {
        return directoryTenantId + "/" + objectId;
    }
}
