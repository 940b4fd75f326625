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
 * Turns places in lists into texts that nobody else can make, read or use elsewhere: AES-GCM with a key of the client
 * account, which authenticates the scope and the list along with the place. What another scope or list has sealed does
 * not open, just as what nobody has sealed.
 */
@Component
@EnableConfigurationProperties(CursorProperties.class)
final class CursorCipher {
    /** Of the layout below; part of what is authenticated. */
    private static final byte VERSION = 1;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;

    /** A place holds a value to sort by of at most 3 KB, and an id. */
    private static final int MAX_LENGTH = 8_192;

    private final CursorSecrets secrets;
    private final CursorProperties properties;
    private final SecureRandom random = new SecureRandom();

    CursorCipher(CursorSecrets secrets, CursorProperties properties) {
        this.secrets = secrets;
        this.properties = properties;
    }

    /** @param list what the place belongs to, in a form that is the same whenever the list is */
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

    /** The place; empty where this scope and list did not seal it, whatever else is true of the text. */
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

    /** One text stands for the same bytes only: decoders pass over bits that are left at the end. */
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

    /** One for each client account, so that each has all of the random nonces to itself. */
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

    /** Empty where the tag does not fit. */
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

    /** Each with its length, so that no two lists of texts have the same bytes. */
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
