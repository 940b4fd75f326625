package io.modernize.cmdb.tenancy.wiring;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Keeps the secrets of demo identities as they are. They stand in a file in clear, so that hashing them would only
 * pretend; and by default they would be hashed at their first use, to be compared slowly at each later one.
 */
final class DemoSecrets implements PasswordEncoder {
    @Override
    public @Nullable String encode(@Nullable CharSequence secret) {
        return secret == null ? null : secret.toString();
    }

    @Override
    public boolean matches(@Nullable CharSequence given, @Nullable String stored) {
        return given != null
                && stored != null
                && MessageDigest.isEqual(
                        given.toString().getBytes(StandardCharsets.UTF_8), stored.getBytes(StandardCharsets.UTF_8));
    }
}
