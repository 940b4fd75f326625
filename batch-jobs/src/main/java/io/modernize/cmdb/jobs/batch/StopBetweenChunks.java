package io.modernize.cmdb.jobs.batch;

import java.util.Objects;
import org.springframework.batch.core.listener.ChunkListener;
import org.springframework.batch.core.scope.context.StepContext;
import org.springframework.batch.core.scope.context.StepSynchronizationManager;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;

/** Ends a step after a stored chunk if its attempt is asked to stop. The status of the job is then STOPPED. */
final class StopBetweenChunks implements ChunkListener<Object, Object> {
    private final JobAttempts attempts;

    StopBetweenChunks(JobAttempts attempts) {
        this.attempts = attempts;
    }

    @Override
    public void afterChunk(Chunk<Object> chunk) {
        StepContext context = Objects.requireNonNull(StepSynchronizationManager.getContext(), "a chunk is in a step");
        StepExecution step = context.getStepExecution();
        if (attempts.isStopRequested(step)) {
            step.setTerminateOnly();
        }
    }
}
