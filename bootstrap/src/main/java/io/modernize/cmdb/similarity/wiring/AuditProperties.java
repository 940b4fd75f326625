package io.modernize.cmdb.similarity.wiring;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of audits of recall.
 *
 * @param targetRecall the least recall that searches should reach, above 0, at most 1
 * @param samples the queries for each client account, 2 to 1,000
 * @param timeLimit the time for each client account
 * @param schedule cron expression with seconds; {@code -} for never
 */
@ConfigurationProperties("cmdb.search.audit")
record AuditProperties(
        @DefaultValue("0.99") double targetRecall,
        @DefaultValue("100") int samples,
        @DefaultValue("2m") Duration timeLimit,
        @DefaultValue("0 30 2 * * *") String schedule) {}
