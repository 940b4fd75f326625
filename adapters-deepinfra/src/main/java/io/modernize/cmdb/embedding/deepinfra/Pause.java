package io.modernize.cmdb.embedding.deepinfra;

import java.time.Duration;

/** Waits. */
@FunctionalInterface
interface Pause {
    void pause(Duration duration) throws InterruptedException;
}
