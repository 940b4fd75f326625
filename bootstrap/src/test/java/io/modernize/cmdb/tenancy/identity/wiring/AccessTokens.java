package io.modernize.cmdb.tenancy.identity.wiring;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** Forges access tokens of every kind, with the issuer's own key where the test wants it. */
public final class AccessTokens {
    static final String ISSUER = "http://localhost:8080";
    static final String AUDIENCE = "cmdb-similarity";

    private final RSAKey key;

    AccessTokens(JWKSource<SecurityContext> source) throws JOSEException {
        this(source.get(new JWKSelector(new JWKMatcher.Builder().build()), null)
                .getFirst()
                .toRSAKey());
    }

    AccessTokens(RSAKey key) {
        this.key = key;
    }

    static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject("somebody")
                .claim("tid", UUID.randomUUID().toString())
                .claim("oid", UUID.randomUUID().toString())
                .claim("roles", List.of("administrator"))
                .expirationTime(Date.from(Instant.now().plusSeconds(600)));
    }

    String signed(JWTClaimsSet claims) throws JOSEException {
        return sign(JWSAlgorithm.RS256, new RSASSASigner(key), claims);
    }

    String signedWith(JWSAlgorithm algorithm, JWTClaimsSet claims) throws JOSEException {
        return sign(algorithm, new RSASSASigner(key), claims);
    }

    String signedByAStranger(JWTClaimsSet claims) throws JOSEException {
        return sign(JWSAlgorithm.RS256, new RSASSASigner(SigningKeys.otherThan(key)), claims);
    }

    /** The classic forgery: the public key taken for a shared secret. */
    String signedWithThePublicKeyAsSecret(JWTClaimsSet claims) throws JOSEException {
        return sign(JWSAlgorithm.HS256, new MACSigner(key.toRSAPublicKey().getEncoded()), claims);
    }

    static String unsigned(JWTClaimsSet claims) {
        return new PlainJWT(claims).serialize();
    }

    private String sign(JWSAlgorithm algorithm, JWSSigner signer, JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims);
        token.sign(signer);
        return token.serialize();
    }
}
