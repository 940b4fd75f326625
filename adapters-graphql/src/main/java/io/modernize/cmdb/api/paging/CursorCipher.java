package io.modernize.cmdb.api.paging;

import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.CursorSecrets;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Turns places in lists into texts that nobody else can make, read or use elsewhere. It uses AES-GCM with a key of the
 * client account, and authenticates the scope and the list along with the place. A text of another scope or list does
 * not open, nor does a text that the service has not sealed.
 */
@Component
@EnableConfigurationProperties(CursorProperties.class)
final class CursorCipher {
    /** The version of the layout below. It is part of what is authenticated. */
    private static final byte VERSION = 1;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;

    /** The greatest length of a cursor. A place has a value to sort by of at most 3 KB, and an id. */
    private static final int MAX_LENGTH = 8_192;

    private final CursorSecrets secrets;
    private final CursorProperties properties;
    private final SecureRandom random = new SecureRandom();

    CursorCipher(CursorSecrets secrets, CursorProperties properties) {
        this.secrets = secrets;
        this.properties = properties;
    }

    /** @param list identifies the list that the place belongs to; the same list always has the same text */
    String seal(TenantScope scope, String list, List<String> place) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, key(secrets().getFirst(), scope), nonce, scope, list, bytes(place))
                .orElseThrow(() -> new IllegalStateException("AES-GCM encrypts whatever it is given"));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(1 + nonce.length + sealed.length)
                        .put(VERSION)
                        .put(nonce)
                        .put(sealed)
                        .array());
    }

    /** The place. Empty if the text was not sealed for this scope and list. */
    Optional<List<String>> open(TenantScope scope, String list, String cursor) {
        return decode(cursor)
                .flatMap(bytes -> secrets().stream()
                        .map(secret -> crypt(
                                Cipher.DECRYPT_MODE,
                                key(secret, scope),
                                Arrays.copyOfRange(bytes, 1, 1 + NONCE_BYTES),
                                scope,
                                list,
                                Arrays.copyOfRange(bytes, 1 + NONCE_BYTES, bytes.length)))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .map(CursorCipher::texts));
    }

    private List<byte[]> secrets() {
        List<byte[]> configured = properties.secrets();
        return configured.isEmpty() ? secrets.secrets() : configured;
    }

    /**
     * The bytes of a cursor. Only one text stands for the same bytes, while decoders ignore bits that are left at the
     * end.
     */
    private static Optional<byte[]> decode(String cursor) {
        if (cursor.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            boolean whole = bytes.length >= 1 + NONCE_BYTES + TAG_BITS / Byte.SIZE && bytes[0] == VERSION;
            return whole
                            && Base64.getUrlEncoder()
                                    .withoutPadding()
                                    .encodeToString(bytes)
                                    .equals(cursor)
                    ? Optional.of(bytes)
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** The key of the client account. Each client account has its own, so each has all random nonces to itself. */
    private static SecretKey key(byte[] secret, TenantScope scope) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "AES",
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(secret)
                                    .thenExpand(
                                            ("cursors of "
                                                            + scope.clientAccountId()
                                                                    .value())
                                                    .getBytes(StandardCharsets.UTF_8),
                                            KEY_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has HKDF-SHA256", e);
        }
    }

    /** The result of the cipher. Empty if the tag does not fit. */
    private static Optional<byte[]> crypt(
            int mode, SecretKey key, byte[] nonce, TenantScope scope, String list, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(context(scope, list));
            return Optional.of(cipher.doFinal(text));
        } catch (javax.crypto.AEADBadTagException notSealedHere) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has AES-GCM", e);
        }
    }

    private static byte[] context(TenantScope scope, String list) {
        List<String> parts = new ArrayList<>();
        parts.add(String.valueOf(VERSION));
        ClientAccountId client = scope.clientAccountId();
        parts.add(client.value().toString());
        switch (scope.engagements()) {
            case EngagementSelection.All() -> parts.add("all");
            case EngagementSelection.Only(var ids) ->
                ids.stream()
                        .map(EngagementId::value)
                        .map(UUID::toString)
                        .sorted()
                        .forEach(parts::add);
        }
        parts.add(list);
        return bytes(parts);
    }

    /** The texts as bytes, each with its length, so that no two lists of texts have the same bytes. */
    private static byte[] bytes(List<String> texts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (String text : texts) {
                byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
                out.writeInt(encoded.length);
                out.write(encoded);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private static List<String> texts(byte[] bytes) {
        List<String> texts = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            while (in.available() > 0) {
                texts.add(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("what was sealed here is whole", e);
        }
        return texts;
    }
}
