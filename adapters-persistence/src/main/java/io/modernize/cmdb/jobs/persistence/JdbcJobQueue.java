package io.modernize.cmdb.jobs.persistence;

import io.modernize.cmdb.jobs.JobRunId;
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
 * Reads identifiers from {@code job_runs} with the owner's login. Only this login sees the waiting runs of all client
 * accounts.
 */
@Component
class JdbcJobQueue implements JobQueue {
    private static final String WAITING = "select client_account_id, id from job_runs"
            + " where status in ('QUEUED', 'RUNNING') and not_before <= now() order by queued_at limit ?";

    private final OwnerConnections owner;

    JdbcJobQueue(OwnerConnections owner) {
        this.owner = owner;
    }

    @Override
    public List<WaitingRun> waiting(int limit) {
        try (Connection connection = owner.open();
                PreparedStatement statement = connection.prepareStatement(WAITING)) {
            statement.setInt(1, limit);
            List<WaitingRun> waiting = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    waiting.add(new WaitingRun(
                            new ClientAccountId(row.getObject("client_account_id", UUID.class)),
                            new JobRunId(row.getObject("id", UUID.class))));
                }
            }
            return waiting;
        } catch (SQLException e) {
            throw new UncategorizedSQLException("look for waiting jobs", WAITING, e);
        }
    }
}
