package io.modernize.cmdb.jobs.persistence;

import io.modernize.cmdb.jobs.application.JobHistory;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads and deletes history in the tables of Spring Batch and of Spring Modulith. */
@Component
class JdbcJobHistory implements JobHistory {
    /**
     * The executions that are old. The column last_updated alone does not tell: a job whose process was killed leaves
     * no other sign of its end.
     */
    private static final String OLD_EXECUTIONS =
            "select job_execution_id from batch_job_execution where coalesce(last_updated, create_time) < :limit";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    JdbcJobHistory(JdbcClient jdbc, PlatformTransactionManager transactionManager) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    @Override
    public int forgetBatchJobsBefore(Instant limit) {
        // Batch writes the time of its own zone into columns that have none.
        LocalDateTime local = LocalDateTime.ofInstant(limit, ZoneId.systemDefault());
        Integer forgotten = transactions.execute(status -> {
            delete(
                    "batch_step_execution_context where step_execution_id in (select step_execution_id"
                            + " from batch_step_execution where job_execution_id in (" + OLD_EXECUTIONS + "))",
                    local);
            delete("batch_step_execution where job_execution_id in (" + OLD_EXECUTIONS + ")", local);
            delete("batch_job_execution_context where job_execution_id in (" + OLD_EXECUTIONS + ")", local);
            delete("batch_job_execution_params where job_execution_id in (" + OLD_EXECUTIONS + ")", local);
            delete("batch_job_execution where job_execution_id in (" + OLD_EXECUTIONS + ")", local);
            return jdbc.sql("delete from batch_job_instance i where not exists (select from batch_job_execution e"
                            + " where e.job_instance_id = i.job_instance_id)")
                    .update();
        });
        return forgotten == null ? 0 : forgotten;
    }

    private void delete(String what, LocalDateTime limit) {
        jdbc.sql("delete from " + what).param("limit", limit).update();
    }

    @Override
    public int forgetEventsBefore(Instant limit) {
        return jdbc.sql("delete from event_publication where publication_date < :limit")
                .param("limit", limit.atOffset(ZoneOffset.UTC))
                .update();
    }
}
