package io.modernize.cmdb.tenancy.gate;

import io.modernize.cmdb.ServiceTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** A service that runs no jobs, so that they stay queued, and has limits that a test can reach. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest
@TestPropertySource(
        properties = {
            "cmdb.api.limits.complexity=10000",
            "cmdb.api.limits.identity-points-per-minute=60000",
            "cmdb.api.limits.client-account-points-per-minute=20000",
            "cmdb.api.limits.subscriptions-per-identity=1",
            "cmdb.api.limits.timeout=5s",
            "cmdb.api.limits.requests=4",
            "cmdb.api.limits.waiting-requests-per-client-account=1",
            "cmdb.api.limits.answer-bytes=20000",
            "spring.graphql.http.sse.keep-alive=200ms",
            "cmdb.jobs.workers=0"
        })
public @interface FrugalServiceTest {}
