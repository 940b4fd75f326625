package io.modernize.cmdb.testsupport.attacks;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Counts outcomes by their kind: {@code answered}, a status with the code of a refusal, or how a connection ended. */
public final class Tally {
    /** The kind of an answer without an error. */
    public static final String ANSWERED = "answered";

    private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();

    /** Counts one more. */
    public void add(String kind) {
        add(kind, 1);
    }

    void add(String kind, long more) {
        counts.computeIfAbsent(kind, unused -> new AtomicLong()).addAndGet(more);
    }

    /** How often that kind was counted. */
    public long of(String kind) {
        AtomicLong count = counts.get(kind);
        return count == null ? 0 : count.get();
    }

    /** All kinds whose name contains the text, together. */
    public long withText(String text) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().contains(text))
                .mapToLong(entry -> entry.getValue().get())
                .sum();
    }

    /** The counts by kind, in the order of the names. */
    public Map<String, Long> counts() {
        Map<String, Long> copy = new TreeMap<>();
        counts.forEach((kind, count) -> copy.put(kind, count.get()));
        return copy;
    }

    @Override
    public String toString() {
        return counts().toString();
    }
}
