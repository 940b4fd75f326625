package io.modernize.cmdb.benchmarks.neighbour;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The memory of a Java process, as the system and its log of collections say. */
final class ProcessMemory {
    private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\(");
    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB");

    private ProcessMemory() {}

    /**
     * The heap in use, in megabytes.
     *
     * @param before the most at the beginning of a collection
     * @param after the most at the end of one: what was really needed
     */
    record Heap(long before, long after) {}

    /** In bytes; 0 on systems without {@code /proc}, and when the process has ended. */
    static long residentBytes(long pid) throws IOException {
        Path status = Path.of("/proc", String.valueOf(pid), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        Matcher matcher = RESIDENT.matcher(Files.readString(status));
        return matcher.find() ? Long.parseLong(matcher.group(1)) * 1_024 : 0;
    }

    /** Over all logs of collections in the folder. */
    static Heap heap(Path folder) throws IOException {
        long before = 0;
        long after = 0;
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder, "gc-*.log")) {
            for (Path log : logs) {
                Matcher matcher = COLLECTION.matcher(Files.readString(log));
                while (matcher.find()) {
                    before = Math.max(before, Long.parseLong(matcher.group(1)));
                    after = Math.max(after, Long.parseLong(matcher.group(2)));
                }
            }
        }
        return new Heap(before, after);
    }
}
