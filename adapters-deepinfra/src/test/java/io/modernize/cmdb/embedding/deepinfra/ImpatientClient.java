package io.modernize.cmdb.embedding.deepinfra;

import io.modernize.cmdb.testsupport.Await;
import io.modernize.cmdb.testsupport.deepinfra.DeepInfraStandIn;
import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * A client whose time is over as soon as the provider has the request, for the requests that it never answers; for all
 * others it has all the time that they are given. No time-out is too short then for an answer that comes, and none is
 * waited for.
 */
final class ImpatientClient extends HttpClient {
    private final HttpClient client;
    private final DeepInfraStandIn provider;
    private int hopeless;

    ImpatientClient(HttpClient client, DeepInfraStandIn provider) {
        this.client = client;
        this.provider = provider;
    }

    /** So many requests from now on are not answered. Requests are to follow one another. */
    void expectNothingOf(int requests) {
        hopeless = requests;
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, HttpResponse.BodyHandler<T> responseBodyHandler) {
        int before = provider.requests();
        CompletableFuture<HttpResponse<T>> answer = client.sendAsync(request, responseBodyHandler);
        if (hopeless == 0) {
            return answer;
        }
        hopeless--;
        CompletableFuture<HttpResponse<T>> none = new CompletableFuture<>() {
            @Override
            public HttpResponse<T> get(long timeout, TimeUnit unit) throws TimeoutException {
                Await.until("the provider has the request", () -> provider.requests() > before);
                throw new TimeoutException();
            }

            @Override
            public boolean cancel(boolean mayInterruptIfRunning) {
                return answer.cancel(mayInterruptIfRunning);
            }
        };
        return none;
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request,
            HttpResponse.BodyHandler<T> responseBodyHandler,
            HttpResponse.PushPromiseHandler<T> pushPromiseHandler) {
        return client.sendAsync(request, responseBodyHandler, pushPromiseHandler);
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> responseBodyHandler)
            throws IOException, InterruptedException {
        return client.send(request, responseBodyHandler);
    }

    @Override
    public void shutdownNow() {
        client.shutdownNow();
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return client.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return client.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return client.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return client.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return client.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return client.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return client.authenticator();
    }

    @Override
    public Version version() {
        return client.version();
    }

    @Override
    public Optional<Executor> executor() {
        return client.executor();
    }
}
