package io.modernize.cmdb.testsupport;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What PostgreSQL stores of a password, in the form of its documentation of {@code pg_authid}: keys that are derived as
 * RFC 5802 has it, with SHA-256. The server would derive them with 4,096 iterations, and has every client do the same
 * for every connection. The first compiler takes some 17 ms for that, and tests open thousands of connections.
 * Iterations slow down who guesses a password; ours are random and as long as a key.
 */
final class ScramSecret {
    private static final int ITERATIONS = 1;
    private static final int SALT_BYTES = 16;
    private static final int KEY_BITS = 256;

    private ScramSecret() {}

    /**
     * For {@code alter role ... password}, as a literal without its quotes.
     *
     * @param password of ASCII characters only, which need no normalisation
     */
    static String of(String password) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        try {
            byte[] salted = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, KEY_BITS))
                    .getEncoded();
            byte[] storedKey = MessageDigest.getInstance("SHA-256").digest(mac(salted, "Client Key"));
            return "SCRAM-SHA-256$" + ITERATIONS + ":" + base64(salt) + "$" + base64(storedKey) + ":"
                    + base64(mac(salted, "Server Key"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    private static byte[] mac(byte[] key, String message) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, mac.getAlgorithm()));
        return mac.doFinal(message.getBytes(StandardCharsets.US_ASCII));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
