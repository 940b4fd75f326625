package io.modernize.cmdb.audit;

import io.modernize.cmdb.tenancy.PrincipalIdentity;
import org.jspecify.annotations.Nullable;

/**
 * The identity that did something.
 *
 * @param identity null for the operator, who is no member and works past the API
 */
public record AuditActor(Kind kind, @Nullable PrincipalIdentity identity) {
    /** The operator of the service, at its command line. */
    public static final AuditActor OPERATOR = new AuditActor(Kind.OPERATOR, null);

    /** The kind of an actor, as far as its token tells. */
    public enum Kind {
        PERSON,
        SERVICE,
        UNKNOWN,
        OPERATOR
    }
}
