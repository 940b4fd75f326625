package io.modernize.cmdb.tenancy.local.wiring;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.security.crypto.password.AbstractValidatingPasswordEncoder;

/**
 * Keeps the secrets of demo identities as they are. They are in a file in clear text, so hashing them would only
 * pretend. By default they would be hashed at their first use, and compared slowly at each later one. An identity with
 * an empty secret cannot sign in.
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
