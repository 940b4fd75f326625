package io.modernize.cmdb.tenancy.application;

import java.time.Duration;
import java.util.Optional;

/** Tells how long the current work may still take. */
public interface TimeLeft {
    /**
     * The time that is left. It is zero or negative if the work is late. Empty if nothing limits the work, as in jobs.
     */
    Optional<Duration> timeLeft();
}
