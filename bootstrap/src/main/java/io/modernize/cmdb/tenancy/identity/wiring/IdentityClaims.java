package io.modernize.cmdb.tenancy.identity.wiring;

/** The claims that identify a principal and limit a token, by the names of Microsoft Entra ID. */
public final class IdentityClaims {
    public static final String DIRECTORY_TENANT_ID = "tid";
    public static final String OBJECT_ID = "oid";

    /** The values that the directory assigned to a person or service, as an array of texts. */
    public static final String APP_ROLES = "roles";

    /** The values that a person lets an application use for them, as one text separated by spaces. */
    static final String SCOPES = "scp";

    /** The kind of principal, {@code app} or {@code user}. It is optional. */
    public static final String PRINCIPAL_TYPE = "idtyp";

    private IdentityClaims() {}
}
