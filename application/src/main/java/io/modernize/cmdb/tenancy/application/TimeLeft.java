package io.modernize.cmdb.tenancy.application;

import java.time.Duration;
import java.util.Optional;

/** How long the work under way may still take, by whom it is done for. */
public interface TimeLeft {
    /** Zero or negative where it is late already; empty where nothing hurries it, as with jobs. */
    Optional<Duration> timeLeft();
}
