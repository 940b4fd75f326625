package io.modernize.cmdb.testsupport.deepinfra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A provider that speaks DeepInfra's protocol on this machine: {@code POST /v1/openai/embeddings},
 * {@code GET /v1/openai/models} and {@code GET /v1/me/rate_limit}. It answers as the real one does, limits included,
 * unless its {@link FaultPlan} or {@link #next} say otherwise. Its vectors follow from the texts: equal ones for equal
 * texts, near ones for texts that share words.
 */
public final class DeepInfraStandIn implements AutoCloseable {
    private static final int BACKLOG = 1_024;

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<HttpConnection> connections = ConcurrentHashMap.newKeySet();
    private final EmbeddingsProtocol protocol;
    private final ConcurrencyLimit limit;
    private final RequestLog log;
    private final EmbeddingsExchange exchange;

    private DeepInfraStandIn(Setup setup) {
        this.protocol = new EmbeddingsProtocol(setup.models, setup.key);
        this.limit = new ConcurrencyLimit(setup.maxConcurrency, setup.retryAfter);
        this.log = new RequestLog(setup.remembered);
        this.exchange = new EmbeddingsExchange(protocol, limit, log, setup.pause, setup.plan);
        try {
            this.server = new ServerSocket();
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), setup.port), BACKLOG);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on port " + setup.port, e);
        }
        threads.execute(this::acceptAll);
    }

    /** Lets a request wait for as long as the plan's latency says. */
    @FunctionalInterface
    public interface Pause {
        void pause(Duration latency) throws InterruptedException;
    }

    /** The settings of a stand-in. */
    public static final class Setup {
        private final ServedModels models = new ServedModels();
        private int port;
        private int maxConcurrency = 200;
        private int remembered = 10_000;
        private @Nullable String key;
        private @Nullable String retryAfter;
        private FaultPlan plan = FaultPlan.NONE;
        private Pause pause = Thread::sleep;

        private Setup() {}

        /** Any free one by default, or for 0. */
        public Setup port(int newPort) {
            port = newPort;
            return this;
        }

        /** Serves one more model. Of the real ones, all are served. */
        public Setup model(String name, int dimensions) {
            models.add(name, dimensions);
            return this;
        }

        /** 429 beyond so many requests at once; 200 by default, as the real one has it. */
        public Setup maxConcurrency(int requests) {
            maxConcurrency = requests;
            return this;
        }

        /** The only key that is taken. By default any is. */
        public Setup key(String newKey) {
            key = newKey;
            return this;
        }

        /** The header {@code Retry-After} of requests beyond the concurrency. None by default. */
        public Setup retryAfter(String value) {
            retryAfter = value;
            return this;
        }

        /** See {@link DeepInfraStandIn#plan}. */
        public Setup plan(FaultPlan newPlan) {
            plan = newPlan;
            return this;
        }

        /** Sleeps by default. A test decides by it when a request goes on, whatever the latency. */
        public Setup pause(Pause newPause) {
            pause = newPause;
            return this;
        }

        /** The requests that {@link DeepInfraStandIn#received} returns: the last 10,000 by default. */
        public Setup remember(int requests) {
            remembered = requests;
            return this;
        }

        /** Starts it. It is ready when this returns. */
        public DeepInfraStandIn start() {
            return new DeepInfraStandIn(this);
        }
    }

    /** The settings of a stand-in that is still to be started. */
    public static Setup setup() {
        return new Setup();
    }

    /** The address that clients take for the provider's. It ends in {@code /v1/openai}. */
    public URI baseUrl() {
        return URI.create("http://localhost:" + server.getLocalPort() + "/v1/openai");
    }

    /** Strikes the next requests for embeddings, one each, before the plan does. */
    public void next(Fault... faults) {
        exchange.next(List.of(faults));
    }

    /** Sets the faults from now on. Counts begin again. */
    public void plan(FaultPlan plan) {
        exchange.plan(plan);
    }

    /** Lets requests for embeddings wait until so many are there at once, for two minutes at most. */
    public void gather(int requests) {
        log.gather(requests);
    }

    /** Requests for embeddings that came, in their order; the oldest ones are forgotten. */
    public List<Received> received() {
        return log.received();
    }

    /** Requests for embeddings that came, since the start or the last {@link #resetCounts}. */
    public int requests() {
        return log.requests();
    }

    /** How many of these were answered with that status. */
    public int answered(int status) {
        return log.answered(status);
    }

    /** Inputs that vectors were sent for. */
    public long embedded() {
        return log.embedded();
    }

    /** The most requests at once: each counts from when it was read until its answer was about to be sent. */
    public int maxInFlight() {
        return log.maxInFlight();
    }

    /** Begins all counts anew and forgets what was received. */
    public void resetCounts() {
        log.reset();
    }

    /** Drops all connections, those that hang too. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            // Nobody can connect any more either way.
        }
        connections.forEach(HttpConnection::close);
        threads.shutdownNow();
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                // Closed, or one that hung up before it was accepted.
                continue;
            }
        }
    }

    private void serve(Socket socket) {
        try (HttpConnection connection = new HttpConnection(socket)) {
            connections.add(connection);
            try {
                serve(connection);
            } finally {
                connections.remove(connection);
            }
        } catch (IOException e) {
            // The client has hung up, which is its right.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(HttpConnection connection) throws IOException, InterruptedException {
        while (connection.isOpen() && !server.isClosed()) {
            HttpRequest request;
            try {
                request = connection.read();
            } catch (HttpRequest.RefusedException e) {
                connection.answer(Fault.status(e.status()).with("Connection", "close"));
                return;
            }
            if (request == null) {
                return;
            }
            Optional<Fault.Answer> other = protocol.answerToOthers(request, limit.requests());
            if (other.isPresent()) {
                connection.answer(other.get());
            } else {
                exchange.answer(connection, request);
            }
        }
    }
}
