package io.modernize.cmdb.testsupport;

import java.security.SecureRandom;
import org.postgresql.util.PasswordUtil;

/**
 * The secret that PostgreSQL stores of a password: keys that are derived as in RFC 5802, with SHA-256. The server would
 * derive them with 4,096 iterations, and has every client do the same for every connection. The first compiler takes
 * some 17 ms for that, and a build's tests open more than a thousand connections. Iterations slow down guessing; the
 * passwords of tests are random, and too long to guess.
 */
final class ScramSecret {
    private static final int ITERATIONS = 1;
    private static final int SALT_BYTES = 16;

    private ScramSecret() {}

    /** The secret of a password for {@code alter role ... password}, as a literal without its quotes. */
    static String of(String password) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return PasswordUtil.encodeScramSha256(password.toCharArray(), ITERATIONS, salt);
    }
}
