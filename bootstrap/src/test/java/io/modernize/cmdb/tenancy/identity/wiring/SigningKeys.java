package io.modernize.cmdb.tenancy.identity.wiring;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Two pairs of RSA keys for all tests of this JVM. To make a pair takes a second of processor time where the first
 * compiler is the only one.
 */
public final class SigningKeys {
    private static final int BITS = 2048;
    private static final List<RSAKey> PAIRS =
            Stream.generate(SigningKeys::make).limit(2).toList();

    private SigningKeys() {}

    /** The one that an issuer begins with, under an identifier of its own. */
    static RSAKey first() {
        return identified(PAIRS.getFirst());
    }

    /** A pair other than this key's, under an identifier of its own. */
    static RSAKey otherThan(RSAKey key) {
        return identified(PAIRS.stream()
                .filter(pair -> !pair.getModulus().equals(key.getModulus()))
                .findFirst()
                .orElseThrow());
    }

    private static RSAKey identified(RSAKey pair) {
        return new RSAKey.Builder(pair).keyID(UUID.randomUUID().toString()).build();
    }

    private static RSAKey make() {
        try {
            return new RSAKeyGenerator(BITS).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
