package io.modernize.cmdb.jobs.batch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Turns of work that follow one another: what one of them throws is told and ends no other. An {@link Error}, such as no
 * memory, is no exception: nobody would start a worker or a schedule again that it has ended. Public
 * for the schedules of other capabilities.
 *
 * <p>Errors are counted by {@value #ERRORS}: one that is not 0 wants an operator, and perhaps a new start of the process.
 */
@Component
public final class Turns {
    /** Name of the metric. */
    static final String ERRORS = "cmdb.jobs.errors";

    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

    private final Counter errors;

    Turns(ObjectProvider<MeterRegistry> metrics) {
        this.errors = Counter.builder(ERRORS)
                .description("Errors of the Java process, such as no memory, that ended a job or a turn of a schedule")
                .register(metrics.getIfAvailable(CompositeMeterRegistry::new));
    }

    /**
     * Takes a turn and tells what it throws; only that the database cannot be reached goes on to the caller.
     *
     * @param what it is, for the log: identifiers and no texts of users
     */
    public void take(String what, Runnable turn) {
        takeOrElse(what, () -> {
            turn.run();
            return true;
        });
    }

    /** Takes a turn, tells what it throws, and answers what the turn answers, or false where it threw. */
    public boolean takeOrElse(String what, BooleanSupplier turn) {
        try {
            return turn.getAsBoolean();
        } catch (RuntimeException e) {
            if (FinishedAttempt.causes(e).anyMatch(FinishedAttempt::isDatabaseGone)) {
                // Each further turn would wait for it, too.
                throw e;
            }
            LOG.error("{} failed", what, e);
        } catch (Error e) {
            tell(what, e);
        }
        return false;
    }

    /** Tells an error that somebody else has caught. Throws nothing: what is told may be that there is no memory. */
    public void tell(String what, Error error) {
        try {
            errors.increment();
            LOG.error("{} was ended by an error of the Java process", what, error);
        } catch (Error again) {
            // No memory even for that; the count, or the next one, has to do.
        }
    }
}
