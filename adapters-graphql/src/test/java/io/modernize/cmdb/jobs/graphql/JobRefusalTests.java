package io.modernize.cmdb.jobs.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.api.errors.MutationError;
import io.modernize.cmdb.api.errors.MutationErrorCode;
import io.modernize.cmdb.jobs.application.OperateJobs.StartOutcome;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TwoClients;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JobRefusalTests {
    private final TenantScope scope = TwoClients.random().northwindScope();

    @Test
    void tellsThatTooManyJobsAreQueued() {
        StartJobPayload refused = StartJobPayload.from(scope, new StartOutcome.TooMany(), Instant.EPOCH);

        assertThat(refused.job()).isNull();
        assertThat(refused.errors())
                .singleElement()
                .extracting(MutationError::code)
                .isEqualTo(MutationErrorCode.TOO_MANY_JOBS);
    }
}
