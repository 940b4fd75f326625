package io.modernize.cmdb.jobs.batch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** What schedules and dispatchers need around their work, without Spring Batch and without a context. */
public final class TestAttempts {
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    private final Turns turns;

    public TestAttempts() {
        beans.addBean("metrics", metrics);
        this.turns = new Turns(beans.getBeanProvider(MeterRegistry.class));
    }

    Turns turns() {
        return turns;
    }

    public JobAttempts attempts() {
        return new JobAttempts(beans.getBeanProvider(JobOperator.class), turns);
    }

    public EngagementTurns turnsOf(ClientAccountRegistry registry) {
        return new EngagementTurns(registry, attempts(), turns);
    }

    /** Errors that were told so far. */
    public double errors() {
        return metrics.get("cmdb.jobs.errors").counter().count();
    }
}
