package io.modernize.cmdb.testsupport.attacks;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** Uploads large files that nobody imports. */
final class UploadAttack implements Attack {
    private static final Duration AFTER_A_REFUSAL = Duration.ofMillis(250);

    /** Without a quota, more would fill a disk. */
    private static final int MOST_UPLOADS = 24;

    private final long bytes;

    UploadAttack(long bytes) {
        this.bytes = bytes;
    }

    @Override
    public String name() {
        return "uploads";
    }

    @Override
    public String summary() {
        return "eight uploads of " + (bytes >> 20) + " MB at a time that nobody imports";
    }

    @Override
    public void run(Attacker attacker, Bounds bounds) {
        AtomicInteger uploads = new AtomicInteger();
        Lanes.run(Caller.REQUESTS_AT_A_TIME, lane -> {
            while (uploads.get() < MOST_UPLOADS && bounds.takeStep()) {
                if (attacker.caller()
                        .upload(attacker.engagement(lane), "large.jsonl", () -> new Content(bytes, bounds))
                        .isEmpty()) {
                    bounds.pause(AFTER_A_REFUSAL);
                } else {
                    uploads.incrementAndGet();
                }
            }
        });
    }

    /** Spaces and line ends. It breaks off at the end of the attack. */
    private static final class Content extends InputStream {
        private long left;
        private final Bounds bounds;

        private Content(long bytes, Bounds bounds) {
            this.left = bytes;
            this.bounds = bounds;
        }

        @Override
        public int read() {
            return left-- > 0 ? '\n' : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            if (!bounds.goesOn()) {
                throw new IOException("the attack is over");
            }
            int read = (int) Math.min(left, length);
            Arrays.fill(buffer, offset, offset + read, (byte) '\n');
            left -= read;
            return read;
        }
    }
}
