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
 * Runs turns of work, one after another. What a turn throws is logged and ends no other turn. This includes an {@link
 * Error}, such as no memory, because nobody would restart a worker or a schedule that it has ended.
 *
 * <p>Errors are counted by {@value #ERRORS}. A count that is not 0 needs an operator, and perhaps a restart of the
 * process.
 */
@Component
final class Turns {
    /** The name of the metric. */
    static final String ERRORS = "cmdb.jobs.errors";

    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

    private final Counter errors;

    Turns(ObjectProvider<MeterRegistry> metrics) {
        this.errors = Counter.builder(ERRORS)
                .description("Errors of the Java process, such as no memory, that ended a job or a turn of a schedule")
                .register(metrics.getIfAvailable(CompositeMeterRegistry::new));
    }

    /**
     * Takes a turn and logs what it throws. Only a failure of the database is thrown to the caller
     * that each other turn would have, too, such as a database that cannot be reached.
     *
     * @param what the name of the turn for the log: identifiers and no texts of users
     */
    void take(String what, Runnable turn) {
        takeOrElse(what, () -> {
            turn.run();
            return true;
        });
    }

    /** Takes a turn, logs what it throws, and returns the turn's result, or false if it threw. */
    boolean takeOrElse(String what, BooleanSupplier turn) {
        try {
            return turn.getAsBoolean();
        } catch (RuntimeException e) {
            if (DatabaseFailure.of(e).filter(DatabaseFailure::concernsAll).isPresent()) {
                // Each further turn would wait for it, too.
                throw e;
            }
            LOG.error("{} failed", what, e);
        } catch (Error e) {
            tell(what, e);
        }
        return false;
    }

    /**
     * Logs an error that other code has caught. It throws nothing, because the error may be that there is no memory.
     */
    void tell(String what, Error error) {
        try {
            errors.increment();
            LOG.error("{} was ended by an error of the Java process", what, error);
        } catch (Error again) {
            // No memory even for that; the count, or the next one, has to do.
        }
    }
}
