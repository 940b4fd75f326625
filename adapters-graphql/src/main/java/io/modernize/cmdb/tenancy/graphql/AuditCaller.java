package io.modernize.cmdb.tenancy.graphql;

import io.modernize.cmdb.tenancy.AuditActor;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** The caller of the running request, as the audit log names it. */
final class AuditCaller {
    private AuditCaller() {}

    static AuditActor current() {
        return new AuditActor(kind(), CallerIdentity.current());
    }

    /** Entra ID says {@code idtyp: app} of a service where it is asked to; delegated tokens have scopes in any case. */
    private static AuditActor.Kind kind() {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken authentication)) {
            return AuditActor.Kind.UNKNOWN;
        }
        Jwt token = authentication.getToken();
        if ("app".equals(token.getClaims().get("idtyp"))) {
            return AuditActor.Kind.SERVICE;
        }
        return token.hasClaim("scp") ? AuditActor.Kind.PERSON : AuditActor.Kind.UNKNOWN;
    }
}
