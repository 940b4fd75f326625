package io.modernize.cmdb.inventory.application;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * A file that a caller sends.
 *
 * @param path the name that the caller gave the file; only its last part is kept
 * @param announcedBytes the length that the caller has announced; negative if the caller has not
 * @param price is paid for each part before it is stored
 */
public record SentFile(String path, InputStream content, long announcedBytes, Price price) {
    /** What bytes cost the caller. */
    @FunctionalInterface
    public interface Price {
        /** Pays for so many bytes. False if the caller cannot. */
        boolean pay(long bytes);
    }

    /** @param longest the time that all parts together may take */
    Parts parts(Clock clock, Duration longest) {
        return new Parts(content, clock, clock.instant().plus(longest));
    }

    /**
     * The content in parts, of which one is in memory. A caller that sends a byte now and then would never end, so the
     * upload as a whole has a deadline.
     */
    record Parts(InputStream content, Clock clock, Instant deadline) {
        /** The length of each part but the last. */
        private static final int PART_BYTES = 1 << 20;

        /** The next part, without any bytes after the last one. Empty if the upload takes too long. */
        Optional<byte[]> next() throws IOException {
            byte[] part = new byte[PART_BYTES];
            int filled = 0;
            while (filled < PART_BYTES) {
                int count = content.read(part, filled, PART_BYTES - filled);
                if (count < 0) {
                    break;
                }
                filled += count;
                if (clock.instant().isAfter(deadline)) {
                    return Optional.empty();
                }
            }
            return Optional.of(filled == PART_BYTES ? part : Arrays.copyOf(part, filled));
        }
    }
}
