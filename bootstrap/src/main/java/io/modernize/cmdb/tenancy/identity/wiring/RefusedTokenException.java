package io.modernize.cmdb.tenancy.identity.wiring;

import org.springframework.security.oauth2.jwt.BadJwtException;

/** An access token was judged and refused. */
final class RefusedTokenException extends BadJwtException {
    private final TokenRefusal refusal;

    RefusedTokenException(TokenRefusal refusal) {
        super(refusal.detail());
        this.refusal = refusal;
    }

    RefusedTokenException(TokenRefusal refusal, Throwable cause) {
        super(refusal.detail(), cause);
        this.refusal = refusal;
    }

    TokenRefusal refusal() {
        return refusal;
    }
}
