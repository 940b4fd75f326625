package io.modernize.cmdb.jobs.persistence;

import io.modernize.cmdb.jobs.JobRunId;
import io.modernize.cmdb.jobs.JobSize;
import io.modernize.cmdb.jobs.application.JobQueue;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.database.persistence.OwnerConnections;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Component;

/**
 * Reads identifiers and sizes from {@code job_runs} with the owner's login. Only this login sees the waiting runs of
 * all client accounts. What decides their order stays in the database.
 */
@Component
class JdbcJobQueue implements JobQueue {
    private static final String WAITING = """
        with under_way as (
            select client_account_id, id, is_small, status, queued_at,
                row_number() over (partition by client_account_id, status, is_small order by queued_at, id)
                    + case status when 'RUNNING' then 0 else
                        count(*) filter (where status = 'RUNNING') over (partition by client_account_id) end as place
            from job_runs
            where status in ('QUEUED', 'RUNNING') and not_before <= now()
        ), served as (
            select client_account_id, (select max(resumed_at) from job_runs r
                where r.client_account_id = w.client_account_id) as last_time
            from (select distinct client_account_id from under_way) w
        )
        select client_account_id, id, is_small
        from under_way join served using (client_account_id)
        where (is_small or ?) and client_account_id <> all(?)
        order by place, last_time nulls first, queued_at, id
        limit ? + (select count(*) from under_way where status = 'RUNNING')
        """;

    private static final String LARGE_QUEUED_BESIDE = """
        select exists (select from job_runs
            where status = 'QUEUED' and not is_small and not_before <= now() and client_account_id <> ?)
        """;

    private final OwnerConnections owner;

    JdbcJobQueue(OwnerConnections owner) {
        this.owner = owner;
    }

    @Override
    public List<WaitingRun> waiting(Vacancies vacancies, int limit) {
        try (Connection connection = owner.open();
                PreparedStatement statement = connection.prepareStatement(WAITING)) {
            statement.setBoolean(1, vacancies.forLarge());
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid",
                            vacancies.served().stream()
                                    .map(ClientAccountId::value)
                                    .toArray()));
            statement.setInt(3, limit);
            List<WaitingRun> waiting = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    waiting.add(new WaitingRun(
                            new ClientAccountId(row.getObject("client_account_id", UUID.class)),
                            new JobRunId(row.getObject("id", UUID.class)),
                            row.getBoolean("is_small") ? JobSize.SMALL : JobSize.LARGE));
                }
            }
            return waiting;
        } catch (SQLException e) {
            throw new UncategorizedSQLException("look for waiting jobs", WAITING, e);
        }
    }

    @Override
    public boolean isLargeQueuedBeside(ClientAccountId clientAccountId) {
        try (Connection connection = owner.open();
                PreparedStatement statement = connection.prepareStatement(LARGE_QUEUED_BESIDE)) {
            statement.setObject(1, clientAccountId.value());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new UncategorizedSQLException("look for jobs of others", LARGE_QUEUED_BESIDE, e);
        }
    }
}
