package io.modernize.cmdb.tenancy.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.Cast;
import io.modernize.cmdb.ServiceUnderTest;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.tenancy.gate.FuzzedRequests.Request;
import io.modernize.cmdb.tenancy.gate.RawHttp.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;

/**
 * Hostile requests, many of them: whatever is sent, the service does not fail, tells nothing of its inside, and keeps its
 * size. {@code -Dfuzz.requests} says how many, {@code -Dfuzz.seed} which ones, {@code -Dfuzz.index} that only one.
 */
@ClosedServiceTest
class FuzzIT {
    private static final Cast CAST = Cast.FUZZ;

    /** Says that the caller speaks another HTTP, and not that the service has failed. */
    private static final int HTTP_VERSION_NOT_SUPPORTED = 505;

    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 500);
    private static final long SEED = Long.getLong("fuzz.seed", 1L);
    private static final int ONLY = Integer.getInteger("fuzz.index", -1);
    private static final int THREADS = 4;
    private static final int SHOWN = 15;

    /** The greatest answer: a hundred hits with every field. */
    private static final int MOST_BYTES = 4 << 20;

    /** Parsed documents may take 50 MB, and the rest is what any service grows by under load. */
    private static final long MOST_GROWTH_BYTES = 128L << 20;

    private static final Pattern INTERNALS = Pattern.compile("Exception|\\bat"
        + " [a-z]+\\.[a-z]+\\.|\\bio\\.modernize|\\bjava\\.|\\borg\\.(spring|postgres|apache)|\\btools\\.jackson|\\bpsql|SQLState|(?i)\\bselect"
        + " .* from\\b");
    private static final Pattern CODE = Pattern.compile("\"code\":\"([A-Z_0-9]+)\"");

    @SuppressWarnings("NullAway.Init")
    private RawHttp http;

    private final Map<Integer, LongAdder> statuses = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> codes = new ConcurrentSkipListMap<>();
    private final AtomicLong slowestNanos = new AtomicLong();
    private final AtomicInteger slowestIndex = new AtomicInteger();

    @Autowired
    private ServiceUnderTest service;

    @Autowired
    private ClientAccountRegistry registry;

    @Autowired
    private GraphQlSource source;

    @Test
    void failsAtNothingThatIsSent() throws Exception {
        GateEstate.northwind(registry, CAST);
        GateEstate.harbor(registry, CAST);
        http = new RawHttp(service.port(), MOST_BYTES);
        String northwind = CAST.signIn(service, "northwind-agent");
        FuzzedRequests requests = new FuzzedRequests(
                source.schema(),
                List.of(
                        northwind,
                        northwind,
                        CAST.signIn(service, "harbor-agent"),
                        CAST.signIn(service, "stranger"),
                        northwind.substring(0, northwind.length() - 3) + "abc"),
                SEED);
        // Classes are loaded and caches filled once; what comes after must not grow.
        send(requests, 0, Math.min(100, REQUESTS));
        long before = usedBytes();
        List<String> failures = ONLY >= 0 ? send(requests, ONLY, ONLY + 1) : send(requests, 0, REQUESTS);
        long after = usedBytes();

        report(before, after);
        assertThat(failures.stream().limit(SHOWN))
                .as("%d failures, of which", failures.size())
                .isEmpty();
        assertThat(after - before).as("growth of the heap, in bytes").isLessThan(MOST_GROWTH_BYTES);
    }

    private List<String> send(FuzzedRequests requests, int from, int to) throws Exception {
        List<String> failures = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<List<String>>> parts = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int first = from + thread;
                parts.add(threads.submit(() -> {
                    List<String> failed = new ArrayList<>();
                    for (int index = first; index < to; index += THREADS) {
                        send(requests.request(index), index, failed);
                    }
                    return failed;
                }));
            }
            for (Future<List<String>> part : parts) {
                failures.addAll(part.get());
            }
        }
        return failures;
    }

    private void send(Request request, int index, List<String> failed) {
        long beganAt = System.nanoTime();
        Answer answer = http.send(request.line(), request.headers(), request.body());
        long nanos = System.nanoTime() - beganAt;
        if (nanos > slowestNanos.getAndAccumulate(nanos, Math::max)) {
            slowestIndex.set(index);
        }
        statuses.computeIfAbsent(answer.status(), unused -> new LongAdder()).increment();
        boolean isInternal = false;
        Matcher code = CODE.matcher(answer.body());
        while (code.find()) {
            codes.computeIfAbsent(code.group(1), unused -> new LongAdder()).increment();
            isInternal |= code.group(1).equals("INTERNAL");
        }
        if (isInternal
                || answer.status() == 0
                || answer.status() >= 500 && answer.status() != HTTP_VERSION_NOT_SUPPORTED
                || answer.isCut()
                || INTERNALS.matcher(answer.body()).find()) {
            String body = answer.body();
            failed.add("seed %d, index %d: %d %s%n%s"
                    .formatted(
                            SEED,
                            index,
                            answer.status(),
                            body.length() > 1_500 ? body.substring(0, 1_500) + "…" : body,
                            request.describe()));
        }
    }

    private static long usedBytes() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private void report(long before, long after) throws IOException {
        String figures =
                "fuzz: seed %d, %d requests%nby status: %s%nby code: %s%nheap after collection: %d MB before, %d MB after%nslowest: index %d, %d ms%n"
                        .formatted(
                                SEED,
                                statuses.values().stream()
                                        .mapToLong(LongAdder::sum)
                                        .sum(),
                                new TreeMap<>(statuses),
                                new TreeMap<>(codes),
                                before >> 20,
                                after >> 20,
                                slowestIndex.get(),
                                Duration.ofNanos(slowestNanos.get()).toMillis());
        System.out.println(figures);
        Files.writeString(Path.of("target", "fuzz-report.txt"), figures);
    }
}
