package io.modernize.cmdb.jobs.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.jobs.JobKind;
import io.modernize.cmdb.jobs.JobRun;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.jobs.application.JobWork;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/** Work of one kind that counts down when it is begun. */
record BegunWork(JobKind kind, CountDownLatch begun, Function<JobProgress, JobReport> work) implements JobWork {
    static BegunWork of(JobKind kind, Supplier<JobReport> work) {
        return new BegunWork(kind, new CountDownLatch(1), progress -> work.get());
    }

    /** Work that goes on until the latch lets it end. */
    static BegunWork until(CountDownLatch end, JobKind kind) {
        return of(kind, () -> {
            await(end, kind + " may end");
            return JobReport.completed("done");
        });
    }

    @Override
    public JobReport run(JobRun run, JobProgress progress) {
        begun.countDown();
        return work.apply(progress);
    }

    void awaitBegin() {
        await(begun, kind + " is begun");
    }

    private static void await(CountDownLatch latch, String what) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).as(what).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
