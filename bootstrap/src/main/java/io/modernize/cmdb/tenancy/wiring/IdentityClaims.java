package io.modernize.cmdb.tenancy.wiring;

/** Claims that identify a principal, by the names of Microsoft Entra ID. */
final class IdentityClaims {
    static final String DIRECTORY_TENANT_ID = "tid";
    static final String OBJECT_ID = "oid";

    private IdentityClaims() {}
}
