package io.modernize.cmdb.embedding.protocol.deepinfra;

import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException.Reason;
import io.modernize.cmdb.embedding.application.MeteredVectors;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends one request and reads its answer. Every failure is an {@link EmbeddingUnavailableException} with its reason.
 */
public final class EmbeddingsEndpoint implements AutoCloseable {
    private final HttpClient http;
    private final URI uri;
    private final ApiKey key;
    private final JsonMapper json;
    private final AnswerReader reader;
    private final Clock clock;

    /** @param http the client, which is closed with this endpoint */
    public EmbeddingsEndpoint(URI uri, ApiKey key, HttpClient http, JsonMapper json, AnswerReader reader, Clock clock) {
        this.uri = uri;
        this.key = key;
        this.json = json;
        this.reader = reader;
        this.clock = clock;
        this.http = http;
    }

    /** The client that endpoints send with. */
    public static HttpClient http(Duration connectTimeout) {
        return HttpClient.newBuilder()
                // A redirect could lead the key to another host.
                .followRedirects(HttpClient.Redirect.NEVER)
                // Over HTTP/2 all requests would share one connection and its bounds: servers allow some 100 streams,
                // fewer than the requests that may be under way, and a packet lost would delay them all.
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connectTimeout)
                .build();
    }

    /** Sends a request. It blocks until the whole answer has come, but not longer than the timeout. */
    public MeteredVectors embed(EmbeddingsRequest body, Duration timeout) {
        // By way of a string: half a surrogate pair becomes a question mark, where Jackson's bytes would be refused.
        byte[] bytes = json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Authorization", key.bearer())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofByteArray(bytes))
                .build();
        HttpResponse<byte[]> response =
                send(request, timeout, reader.maxBytes(body.input().size()));
        if (response.statusCode() != 200) {
            throw refusal(response, body);
        }
        return reader.vectors(response.body(), body.input().size());
    }

    /** Cancels running requests. */
    @Override
    public void close() {
        http.shutdownNow();
    }

    /**
     * Sends a request and bounds the whole exchange by waiting for it. The JDK's own request timeout ends with the
     * headers, so a body that stalls half way would block for ever.
     */
    private HttpResponse<byte[]> send(HttpRequest request, Duration timeout, int maxBytes) {
        CompletableFuture<HttpResponse<byte[]>> exchange =
                http.sendAsync(request, headers -> new BoundedBody(maxBytes));
        try {
            return exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            exchange.cancel(true);
            throw unreachable("DeepInfra did not answer within " + timeout.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw unreachable("interrupted while waiting for DeepInfra", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof BoundedBody.TooLargeException) {
                throw new EmbeddingUnavailableException(
                        Reason.INVALID_ANSWER, "DeepInfra's answer exceeds " + maxBytes + " bytes", null, cause);
            }
            if (cause instanceof IOException) {
                throw unreachable("no connection to DeepInfra, or it broke", cause);
            }
            throw new IllegalStateException("the HTTP client failed", cause);
        }
    }

    private EmbeddingUnavailableException refusal(HttpResponse<byte[]> response, EmbeddingsRequest request) {
        int status = response.statusCode();
        Duration retryAfter = response.headers()
                .firstValue("Retry-After")
                .flatMap(header -> RetryAfter.parse(header, clock.instant()))
                .orElse(null);
        Outcome outcome = outcome(status, request);
        return new EmbeddingUnavailableException(
                outcome.reason,
                "DeepInfra answered " + status + ": " + outcome.meaning
                        + reader.error(response.body()).suffix(),
                retryAfter,
                null);
    }

    private static Outcome outcome(int status, EmbeddingsRequest request) {
        return switch (status) {
            case 401, 403 -> new Outcome(Reason.UNAUTHORISED, "it refuses the API key");
            case 402 -> new Outcome(Reason.PAYMENT_REQUIRED, "the account wants to be paid");
            case 404 ->
                new Outcome(
                        Reason.MODEL_UNKNOWN,
                        "it does not serve the model " + request.model() + ", or the base URL is wrong");
            case 413 -> new Outcome(Reason.INPUT_REFUSED, "the request is too large");
            case 429 -> new Outcome(Reason.OVERLOADED, "too many requests, or the model is busy");
            case 407 -> new Outcome(Reason.UNREACHABLE, "a proxy on the way wants to know who asks");
            case 408 -> new Outcome(Reason.UNREACHABLE, "it waited too long for the request");
            default -> outcomeOfClass(status);
        };
    }

    private static Outcome outcomeOfClass(int status) {
        if (status >= 500) {
            return new Outcome(Reason.UNREACHABLE, "it has failed");
        }
        if (status >= 400) {
            return new Outcome(Reason.INPUT_REFUSED, "it refuses the request");
        }
        if (status >= 300) {
            return new Outcome(Reason.INVALID_ANSWER, "redirects are not followed, the base URL is to be corrected");
        }
        return new Outcome(Reason.INVALID_ANSWER, "200 was expected");
    }

    private static EmbeddingUnavailableException unreachable(String message, Throwable cause) {
        return new EmbeddingUnavailableException(Reason.UNREACHABLE, message, null, cause);
    }

    private record Outcome(Reason reason, String meaning) {}
}
