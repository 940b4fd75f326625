package io.modernize.cmdb.tenancy.identity.wiring;

/** Claims that say who a principal is and what their token is good for, by the names of Microsoft Entra ID. */
public final class IdentityClaims {
    public static final String DIRECTORY_TENANT_ID = "tid";
    public static final String OBJECT_ID = "oid";

    /** Values that the directory assigned to a person or service: an array of texts. */
    public static final String APP_ROLES = "roles";

    /** What a person lets an application do for them: one text, values separated by spaces. */
    static final String SCOPES = "scp";

    /** {@code app} or {@code user}; optional. */
    public static final String PRINCIPAL_TYPE = "idtyp";

    private IdentityClaims() {}
}
