package io.modernize.cmdb.benchmarks.neighbour;

import io.modernize.cmdb.benchmarks.Percentiles;
import io.modernize.cmdb.testsupport.attacks.Caller;
import io.modernize.cmdb.testsupport.attacks.Outcome;
import io.modernize.cmdb.testsupport.attacks.Tally;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** The tenant that is measured: searches ten times a second, and imports three rows now and then. */
final class Victim {
    static final String SEARCHER = "searcher";
    static final String IMPORTER = "importer";

    /** Ten a second. */
    private static final long BETWEEN_SEARCHES_NANOS = 100_000_000;

    /** The limit {@code requests-per-identity} of the API. */
    private static final int SEARCHES_AT_A_TIME = 8;

    /** How long after the last search those are sent that had to wait. Later ones have failed. */
    private static final Duration LONGEST_BACKLOG = Duration.ofSeconds(5);

    /** What a failed search counts as at least: the time after which the service gives up. A fast refusal is no speed. */
    private static final Duration FAILED = Duration.ofSeconds(20);

    private static final Duration LONGEST_PREPARATION = Duration.ofMinutes(10);
    private static final long BETWEEN_LOOKS_MILLIS = 100;
    private static final String[] SUBJECTS = {"oracle database", "billing system", "web server", "file share", "proxy"};

    private final Tenant tenant;
    private final Duration longestImport;
    private final AtomicInteger questions = new AtomicInteger();
    private final AtomicInteger files = new AtomicInteger();

    /** @param longestImport how long to wait at most for an import of three rows */
    Victim(Tenant tenant, Duration longestImport) {
        this.tenant = tenant;
        this.longestImport = longestImport;
    }

    /** Durations of searches, and what kind of answers there were. */
    record Searches(Percentiles durations, Tally tally) {}

    /** Imports its assets and waits until they are embedded. */
    void prepare(int rows) throws IOException, InterruptedException {
        runImport(rows, LONGEST_PREPARATION);
        long end = System.nanoTime() + LONGEST_PREPARATION.toNanos();
        try (Caller caller = tenant.caller(IMPORTER, new Tally())) {
            JsonNode seen = coverage(caller);
            while (seen.path("assets").asInt() < rows
                    || seen.path("current").asInt() < seen.path("assets").asInt()) {
                if (System.nanoTime() - end > 0) {
                    throw new IOException("The assets of the tenant are not embedded: " + seen);
                }
                TimeUnit.SECONDS.sleep(1);
                seen = coverage(caller);
            }
        }
    }

    /**
     * Searches at a fixed rate. A duration counts from the moment when the search was due, so waiting behind slow
     * searches counts.
     */
    Searches search(Duration length) throws InterruptedException {
        Searches searches = new Searches(new Percentiles(), new Tally());
        try (Caller caller = tenant.caller(SEARCHER, searches.tally());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime();
            long number = length.toNanos() / BETWEEN_SEARCHES_NANOS;
            long end = start + length.plus(LONGEST_BACKLOG).toNanos();
            Semaphore places = new Semaphore(SEARCHES_AT_A_TIME, true);
            for (long i = 0; i < number; i++) {
                long due = start + i * BETWEEN_SEARCHES_NANOS;
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                threads.execute(() -> search(caller, due, searches, new Turn(places, end)));
            }
        }
        return searches;
    }

    /** One search alone, in milliseconds; infinite if it failed. */
    double searchOnce() {
        try (Caller caller = tenant.caller(SEARCHER, new Tally())) {
            // The first one opens the connection.
            caller.ask(question());
            long start = System.nanoTime();
            Outcome outcome = caller.ask(question());
            return outcome.isAnswered() ? (System.nanoTime() - start) / 1e6 : Double.POSITIVE_INFINITY;
        }
    }

    /** Imports three rows: the seconds from the mutation to the end. Infinite if they were not imported in time. */
    double importThreeRows() throws InterruptedException {
        return runImport(3, longestImport);
    }

    private static void search(Caller caller, long due, Searches searches, Turn turn) {
        boolean answered = false;
        if (turn.comes()) {
            try {
                answered = caller.ask(question(due)).isAnswered();
            } finally {
                turn.places().release();
            }
        } else {
            searches.tally().add("never sent");
        }
        long duration = System.nanoTime() - due;
        synchronized (searches) {
            searches.durations().add(answered ? duration : Math.max(duration, FAILED.toNanos()));
        }
    }

    /** A search waits while as many others are under way as an identity may have, but not for ever. */
    private record Turn(Semaphore places, long endNanos) {
        boolean comes() {
            try {
                return places.tryAcquire(Math.max(0, endNanos - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    private byte[] question() {
        return question(questions.incrementAndGet());
    }

    /** No two questions are alike, so each is read by the model. */
    private static byte[] question(long number) {
        String subject = SUBJECTS[(int) Math.floorMod(number, (long) SUBJECTS.length)];
        return Caller.body(
                NeighbourDocuments.SEARCH,
                Map.of("text", subject + " of the region " + Math.floorMod(number, 999_983L)));
    }

    private double runImport(int rows, Duration longest) throws InterruptedException {
        byte[] content = rows(rows, files.incrementAndGet());
        try (Caller caller = tenant.caller(IMPORTER, new Tally())) {
            String upload = caller.upload(tenant.engagement(), "rows.jsonl", () -> new ByteArrayInputStream(content));
            long start = System.nanoTime();
            String job = caller.data(
                            NeighbourDocuments.START_IMPORT,
                            Map.of("engagement", tenant.engagement(), "upload", upload))
                    .path("startImport")
                    .path("job")
                    .path("id")
                    .asString("");
            while (!job.isEmpty() && System.nanoTime() - start < longest.toNanos()) {
                String status = caller.data(NeighbourDocuments.JOB, Map.of("id", job))
                        .path("job")
                        .path("status")
                        .asString("");
                if (status.equals("COMPLETED")) {
                    return (System.nanoTime() - start) / 1e9;
                }
                if (status.equals("FAILED")) {
                    break;
                }
                TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
            }
            return Double.POSITIVE_INFINITY;
        }
    }

    private static JsonNode coverage(Caller caller) {
        return caller.data(NeighbourDocuments.COVERAGE, Map.of())
                .path("embeddingCoverage")
                .path(0);
    }

    private static byte[] rows(int rows, int file) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < rows; i++) {
            lines.append(("{\"externalKey\":\"asset-%1$d\",\"name\":\"host-%1$d\",\"ciClass\":\"cmdb_ci_server\","
                            + "\"environment\":\"production\",\"location\":\"Berlin\",\"description\":\"%2$s of the"
                            + " region %1$d as file %3$d says\"}\n")
                    .formatted(i, SUBJECTS[i % SUBJECTS.length], file));
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }
}
