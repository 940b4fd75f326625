package io.modernize.cmdb.tenancy.local.wiring;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.security.crypto.password.AbstractValidatingPasswordEncoder;

/**
 * Keeps the secrets of demo identities as they are. They stand in a file in clear, so that hashing them would only
 * pretend; and by default they would be hashed at their first use, to be compared slowly at each later one. An identity
 * whose secret is empty cannot sign in.
 */
final class DemoSecrets extends AbstractValidatingPasswordEncoder {
    @Override
    protected String encodeNonNullPassword(String secret) {
        return secret;
    }

    @Override
    protected boolean matchesNonNull(String given, String stored) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), stored.getBytes(StandardCharsets.UTF_8));
    }
}
