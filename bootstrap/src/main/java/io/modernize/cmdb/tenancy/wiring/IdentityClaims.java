package io.modernize.cmdb.tenancy.wiring;

/** Claims that say who a principal is and what their token is good for, by the names of Microsoft Entra ID. */
final class IdentityClaims {
    static final String DIRECTORY_TENANT_ID = "tid";
    static final String OBJECT_ID = "oid";

    /** Values that the directory assigned to a person or service: an array of texts. */
    static final String APP_ROLES = "roles";

    /** What a person lets an application do for them: one text, values separated by spaces. */
    static final String SCOPES = "scp";

    /** {@code app} or {@code user}; optional. */
    static final String PRINCIPAL_TYPE = "idtyp";

    private IdentityClaims() {}
}
