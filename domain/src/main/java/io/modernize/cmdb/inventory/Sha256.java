package io.modernize.cmdb.inventory;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest behind hashes of contents, and behind identifiers that follow from a content. */
public final class Sha256 {
    private Sha256() {}

    /** A digest over nothing yet. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
