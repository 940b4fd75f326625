package io.modernize.cmdb.embedding.deepinfra;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.modernize.cmdb.embedding.application.HashingEmbeddingModel;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** DeepInfra's side of the protocol over real HTTP. Answers as it should, unless the script says otherwise. */
final class ScriptedProvider implements AutoCloseable {
    /** What came in. */
    record Received(String method, String path, @Nullable String authorization, JsonNode body) {
        List<String> inputs() {
            List<String> inputs = new ArrayList<>();
            body.get("input").forEach(input -> inputs.add(input.asString()));
            return inputs;
        }
    }

    /** One step of the script. */
    @FunctionalInterface
    interface Reply {
        void to(HttpExchange exchange, Received received) throws IOException;
    }

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HashingEmbeddingModel vectors;
    private final Deque<Reply> script = new ConcurrentLinkedDeque<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    ScriptedProvider(int dimensions) {
        vectors = new HashingEmbeddingModel(dimensions);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI baseUrl() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/v1/openai");
    }

    /** The next requests are answered so, one step each. */
    void script(Reply... replies) {
        script.addAll(List.of(replies));
    }

    List<Received> received() {
        return received;
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    /** As the protocol has it. */
    void answer(HttpExchange exchange, Received request) throws IOException {
        boolean base64 = request.body().get("encoding_format").asString().equals("base64");
        List<String> items = new ArrayList<>();
        List<String> inputs = request.inputs();
        for (int i = 0; i < inputs.size(); i++) {
            float[] vector = vectors.vectorOf(inputs.get(i)).toArray();
            items.add(base64 ? base64Item(i, vector) : floatItem(i, vector));
        }
        send(exchange, 200, data(items));
    }

    static Reply json(int status, String body) {
        return (exchange, request) -> send(exchange, status, body);
    }

    static Reply json(int status, String body, String header, String value) {
        return (exchange, request) -> {
            exchange.getResponseHeaders().set(header, value);
            send(exchange, status, body);
        };
    }

    /** Says nothing until the server is closed. */
    Reply hang() {
        return (exchange, request) -> {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        };
    }

    /** Sends the headers and the first bytes, then says nothing until the server is closed. */
    Reply stall() {
        return (exchange, request) -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            hang().to(exchange, request);
        };
    }

    /** Announces more bytes than it sends. */
    static Reply breakOff() {
        return (exchange, request) -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write("{\"data\":[".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            exchange.close();
        };
    }

    static Reply blanks(long bytes) {
        return (exchange, request) -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] blanks = " ".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
            try (OutputStream body = exchange.getResponseBody()) {
                for (long sent = 0; sent < bytes; sent += blanks.length) {
                    body.write(blanks);
                }
            }
        };
    }

    static String data(List<String> items) {
        return "{\"object\":\"list\",\"data\":[" + String.join(",", items)
                + "],\"model\":\"m\",\"usage\":{\"prompt_tokens\":1,\"total_tokens\":1}}";
    }

    static String floatItem(int index, float... vector) {
        List<String> values = new ArrayList<>();
        for (float value : vector) {
            values.add(Float.toString(value));
        }
        return "{\"object\":\"embedding\",\"index\":" + index + ",\"embedding\":[" + String.join(",", values) + "]}";
    }

    static String base64Item(int index, float... vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector);
        return "{\"object\":\"embedding\",\"index\":" + index + ",\"embedding\":\""
                + Base64.getEncoder().encodeToString(bytes.array()) + "\"}";
    }

    private void handle(HttpExchange exchange) throws IOException {
        Received request = new Received(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                exchange.getRequestHeaders().getFirst("Authorization"),
                JSON.readTree(exchange.getRequestBody()));
        received.add(request);
        Reply next = script.poll();
        if (next == null) {
            answer(exchange, request);
        } else {
            next.to(exchange, request);
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
