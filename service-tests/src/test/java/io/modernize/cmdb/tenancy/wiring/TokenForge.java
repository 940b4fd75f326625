package io.modernize.cmdb.tenancy.wiring;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;

/** Makes tokens in the name of one issuer: good ones, and bad ones of every kind. */
record TokenForge(String issuer, String audience, JWK key, PrincipalIdentity identity) {

    /** The claims of a good token. */
    JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(audience)
                .subject("somebody")
                .claim("ver", "2.0")
                .claim("tid", identity.directoryTenantId().toString())
                .claim("oid", identity.objectId().toString())
                .claim("roles", List.of("administrator"))
                .expirationTime(Date.from(Instant.now().plusSeconds(600)));
    }

    /** The header of a good token. */
    JWSHeader.Builder header() {
        return new JWSHeader.Builder(key instanceof RSAKey ? JWSAlgorithm.RS256 : JWSAlgorithm.ES256)
                .keyID(key.getKeyID());
    }

    String good() {
        return with(claims -> claims);
    }

    /** Signed by the issuer's key, with other claims. */
    String with(UnaryOperator<JWTClaimsSet.Builder> change) {
        return sign(header(), key, change.apply(claims()).build().toString());
    }

    /** Signed by the issuer's key, with another payload. */
    String withPayload(UnaryOperator<String> change) {
        return sign(header(), key, change.apply(claims().build().toString()));
    }

    /** Signed by the issuer's key, with another header. */
    String withHeader(UnaryOperator<JWSHeader.Builder> change) {
        return signedBy(key, change);
    }

    /** Signed by that key, with another header. */
    String signedBy(JWK signing, UnaryOperator<JWSHeader.Builder> change) {
        return sign(change.apply(header()), signing, claims().build().toString());
    }

    /** The classic forgery: what is public taken for a shared secret. */
    String signedWithSecret(byte[] secret) {
        try {
            return sign(
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()),
                    new MACSigner(secret),
                    claims().build().toString());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With an algorithm of the attacker's choice, by the issuer's key. */
    String signedWith(JWSAlgorithm algorithm) {
        return sign(
                new JWSHeader.Builder(algorithm).keyID(key.getKeyID()),
                key,
                claims().build().toString());
    }

    String unsigned() {
        return new PlainJWT(claims().build()).serialize();
    }

    /** A header written by hand, and no signature behind it. */
    String unsignedWithHeader(String header) {
        return Base64URL.encode(header) + "."
                + Base64URL.encode(claims().build().toString()) + ".";
    }

    String encryptedFor(RSAKey recipient) {
        EncryptedJWT token =
                new EncryptedJWT(new JWEHeader(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM), claims().build());
        try {
            token.encrypt(new RSAEncrypter(recipient));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    /** The good token with one of its three parts replaced. */
    String replacing(int part, UnaryOperator<String> change) {
        String[] parts = good().split("\\.");
        parts[part] = change.apply(parts[part]);
        return String.join(".", parts);
    }

    /** What a part says, changed. */
    static UnaryOperator<String> decoded(UnaryOperator<String> change) {
        return part -> Base64URL.encode(change.apply(new Base64URL(part).decodeToString()))
                .toString();
    }

    private static String sign(JWSHeader.Builder header, JWK key, String payload) {
        try {
            return sign(
                    header, key instanceof RSAKey rsa ? new RSASSASigner(rsa) : new ECDSASigner((ECKey) key), payload);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sign(JWSHeader.Builder header, JWSSigner signer, String payload) throws JOSEException {
        JWSObject token = new JWSObject(header.build(), new Payload(payload.getBytes(StandardCharsets.UTF_8)));
        token.sign(signer);
        return token.serialize();
    }
}
