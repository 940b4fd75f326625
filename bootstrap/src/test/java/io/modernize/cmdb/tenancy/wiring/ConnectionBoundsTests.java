package io.modernize.cmdb.tenancy.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.testsupport.Await;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** The container on a port of this machine, with servlets that stand for quick and for slow answers. */
class ConnectionBoundsTests {
    private static final int MOST = 4;
    private static final int HANGS_AFTER_MILLIS = 60_000;

    private final List<Socket> sockets = new ArrayList<>();
    private final CountDownLatch entered = new CountDownLatch(MOST);
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger looks = new AtomicInteger();
    private WebServer server;

    @BeforeEach
    void start() {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
        factory.setAddress(InetAddress.getLoopbackAddress());
        new ConnectionBounds(new ConnectionProperties(MOST, List.of(), Duration.ofSeconds(10), 4_096), this::look)
                .customize(factory);
        server = factory.getWebServer(context -> {
            context.addServlet("quick", new Quick()).addMapping("/quick");
            context.addServlet("reading", new Reading()).addMapping("/reading");
            context.addServlet("slow", new Slow()).addMapping("/slow");
            ServletRegistration.Dynamic later = context.addServlet("later", new Later());
            later.setAsyncSupported(true);
            later.addMapping("/later");
        });
        server.start();
    }

    private long look() {
        looks.incrementAndGet();
        return nanos.get();
    }

    @AfterEach
    void stop() throws IOException {
        released.countDown();
        for (Socket socket : sockets) {
            socket.close();
        }
        server.stop();
    }

    @Test
    void answersANewCallerWhileManyConnectionsOfTheAddressWait() throws Exception {
        List<Socket> waiting = new ArrayList<>();
        for (int i = 0; i < 5 * MOST; i++) {
            waiting.add(connect());
            waiting.getLast().getOutputStream().write('G');
        }

        assertThat(get(connect(), "/quick")).startsWith("HTTP/1.1 200").endsWith("quick");
        assertThat(isClosed(waiting.getFirst())).isTrue();
    }

    @Test
    void keepsRequestsThatAreServedAndRefusesMore() throws Exception {
        List<Socket> served = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            served.add(connect());
            send(served.getLast(), request(i == 0 ? "/later" : "/slow"));
        }
        entered.await();

        assertThat(isClosed(connect())).isTrue();

        released.countDown();
        for (Socket socket : served) {
            assertThat(answer(socket)).startsWith("HTTP/1.1 200").endsWith("slow");
        }
        assertThat(get(connect(), "/quick")).startsWith("HTTP/1.1 200");
    }

    @Test
    void endsAHeadThatComesTooSlowly() throws Exception {
        Socket slow = connect();
        send(slow, "GET /quick HTTP/1.1\r\nHost: localhost\r\n");
        letAnHourPassWhileTheServiceWaits();

        assertThat(isRefused(slow, "Connection: close\r\n\r\n", "quick")).isTrue();
        assertThat(get(connect(), "/quick")).startsWith("HTTP/1.1 200");
    }

    @Test
    void endsABodyThatComesTooSlowly() throws Exception {
        Socket slow = connect();
        send(slow, "POST /reading HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 200\r\n\r\n");
        letAnHourPassWhileTheServiceWaits();

        assertThat(isRefused(slow, "x".repeat(200), "read all")).isTrue();
    }

    @Test
    void takesABodyThatComesInTwoParts() throws Exception {
        Socket quick = connect();
        send(quick, "POST /reading HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 200\r\n\r\n");
        Await.until("the service waits for more", this::theServiceWaits);

        assertThat(isRefused(quick, "x".repeat(200), "read all")).isFalse();
    }

    private void letAnHourPassWhileTheServiceWaits() {
        Await.until("the service waits for more", this::theServiceWaits);
        nanos.addAndGet(Duration.ofHours(1).toNanos());
    }

    /**
     * Whether it waits for more of the first request. It looks at the clock when it makes the connection, when it begins
     * to wait, when the first bytes have come, and when it begins to wait for more.
     */
    private boolean theServiceWaits() {
        return looks.get() >= 4;
    }

    /** Whether the rest of a request does not lead to the answer. */
    private static boolean isRefused(Socket socket, String rest, String answer) throws IOException {
        try {
            send(socket, rest);
            return !answer(socket).endsWith(answer);
        } catch (SocketException reset) {
            return true;
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
        socket.setSoTimeout(HANGS_AFTER_MILLIS);
        sockets.add(socket);
        return socket;
    }

    private static String get(Socket socket, String path) throws IOException {
        send(socket, request(path));
        return answer(socket);
    }

    private static String request(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    private static boolean isClosed(Socket socket) throws IOException {
        try {
            InputStream input = socket.getInputStream();
            return input.read() < 0;
        } catch (SocketException reset) {
            return true;
        }
    }

    private static final class Quick extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().write("quick");
        }
    }

    private static final class Reading extends HttpServlet {
        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            request.getInputStream().readAllBytes();
            response.getWriter().write("read all");
        }
    }

    private final class Slow extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            awaitRelease();
            response.getWriter().write("slow");
        }
    }

    private final class Later extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            AsyncContext later = request.startAsync();
            later.setTimeout(0);
            Thread.ofVirtual().start(() -> {
                try {
                    awaitRelease();
                    response.getWriter().write("slow");
                } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                }
                later.complete();
            });
        }
    }

    private void awaitRelease() {
        entered.countDown();
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
