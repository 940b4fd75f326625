package io.modernize.cmdb.jobs.graphql;

import static io.modernize.cmdb.tenancy.Permission.DATA_FULL_ACCESS;

import graphql.GraphqlErrorException;
import io.modernize.cmdb.api.arguments.Uuids;
import io.modernize.cmdb.api.callers.LiveScope;
import io.modernize.cmdb.api.errors.CommonRefusals;
import io.modernize.cmdb.jobs.JobRun;
import io.modernize.cmdb.jobs.JobRunId;
import io.modernize.cmdb.jobs.application.JobRuns;
import io.modernize.cmdb.tenancy.Requires;
import io.modernize.cmdb.tenancy.TenantScope;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Streams the progress of a job. */
@Controller
final class JobProgressController implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(JobProgressController.class);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** The greatest length of one subscription. It is that of a token of many identity providers. */
    private static final Duration LONGEST_SUBSCRIPTION = Duration.ofMinutes(10);

    /** The looks at a time, of all subscriptions. Each takes a connection to the database. */
    private static final int LOOKS_AT_A_TIME = 4;

    /** The looks that wait. Each subscription has one at most, and there are fewer subscriptions. */
    private static final int MOST_WAITING_LOOKS = 100_000;

    private final JobRuns runs;
    private final Clock clock;
    private final Scheduler looks =
            Schedulers.newBoundedElastic(LOOKS_AT_A_TIME, MOST_WAITING_LOOKS, "job-progress", 60, true);

    JobProgressController(JobRuns runs, Clock clock) {
        this.runs = runs;
        this.clock = clock;
    }

    @SubscriptionMapping
    Flux<JobRunPayload> jobProgress(
            @Requires(DATA_FULL_ACCESS) TenantScope scope,
            @Requires(DATA_FULL_ACCESS) LiveScope liveScope,
            @Argument String id) {
        JobRunId jobId = new JobRunId(Uuids.parse("id", id));
        if (runs.find(scope, jobId).isEmpty()) {
            throw jobUnknown();
        }
        // One look after the other, however long one takes; a caller that cannot keep up misses some. The first look
        // follows the request at once. Each later one asks anew who the caller is.
        return Flux.interval(Duration.ZERO, BETWEEN_LOOKS)
                .onBackpressureDrop()
                .concatMap(tick -> Mono.fromCallable(() -> look(tick == 0 ? scope : liveScope.now(), jobId))
                        .subscribeOn(looks))
                .takeWhile(Optional::isPresent)
                .map(Optional::orElseThrow)
                .distinctUntilChanged(Look::run)
                .takeUntil(look -> look.run().status().isOver())
                .take(LONGEST_SUBSCRIPTION)
                .map(look -> JobRunPayload.from(look.scope(), look.run(), clock.instant()));
    }

    /**
     * Reads the run. An error of the process becomes an exception here, because Reactor tells nobody of the errors that
     * it calls fatal.
     */
    private Optional<Look> look(TenantScope scope, JobRunId id) {
        try {
            return runs.find(scope, id).map(run -> new Look(scope, run));
        } catch (Error e) {
            LOG.error("A subscription to a job was ended by an error of the Java process", e);
            throw new IllegalStateException("the process has an error", e);
        }
    }

    /** The job is unknown. The answer is the same whether or not it exists elsewhere. */
    private static GraphqlErrorException jobUnknown() {
        return CommonRefusals.of(
                "JOB_UNKNOWN",
                ErrorType.NOT_FOUND,
                "id",
                "There is no such job among those you may see.",
                "The query jobs lists them.");
    }

    @Override
    public void destroy() {
        looks.dispose();
    }

    /** @param scope the scope in which the run was seen */
    private record Look(TenantScope scope, JobRun run) {}
}
