package io.modernize.cmdb.tenancy.identity.wiring;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.modernize.cmdb.testsupport.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An issuer that goes down, comes back at the same address, and changes its keys. */
final class MortalIssuer implements AutoCloseable {
    private final int port = FreePort.find();
    private final AtomicInteger fetches = new AtomicInteger();
    private volatile RSAKey key = SigningKeys.first();
    private @Nullable HttpServer server;

    String uri() {
        return "http://localhost:" + port;
    }

    /** Does nothing where it is up. */
    void start() {
        if (server != null) {
            return;
        }
        try {
            HttpServer starting = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            starting.createContext(
                    "/.well-known/openid-configuration",
                    exchange ->
                            answer(exchange, "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\"}".formatted(uri(), uri())));
            starting.createContext("/keys", exchange -> {
                fetches.incrementAndGet();
                answer(exchange, new JWKSet(key).toString());
            });
            starting.start();
            server = starting;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void stop() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    /** From now on only another key is published and signs. */
    void changeKey() {
        key = SigningKeys.otherThan(key);
    }

    /** How often its keys were fetched. */
    int fetches() {
        return fetches.get();
    }

    /** A token that opens the service, unlike any other. */
    String token() {
        return token(key, key.getKeyID());
    }

    /** Such tokens of the present key, also after it was changed. */
    Supplier<String> tokensOfTheKeyOfNow() {
        RSAKey now = key;
        return () -> token(now, now.getKeyID());
    }

    /** The same of a key that is not published. */
    String tokenOfUnknownKey() {
        return token(key, UUID.randomUUID().toString());
    }

    private String token(RSAKey signing, String keyId) {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build(),
                AccessTokens.claims().issuer(uri()).build());
        try {
            token.sign(new RSASSASigner(signing));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        stop();
    }
}
