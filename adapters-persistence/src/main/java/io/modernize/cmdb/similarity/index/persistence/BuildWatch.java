package io.modernize.cmdb.similarity.index.persistence;

import io.modernize.cmdb.similarity.index.application.VectorIndexes.BuildProgress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the progress of another connection's build from PostgreSQL once a second, and reports it. If it cannot read,
 * the build goes on.
 */
final class BuildWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BuildWatch.class);

    /** The progress of a build: in blocks while the table is read, otherwise in tuples. */
    private static final String PROGRESS = """
        select phase, case when blocks_total > 0 then blocks_done else tuples_done end as done,
            case when blocks_total > 0 then blocks_total else tuples_total end as total
        from pg_stat_progress_create_index where pid = ?
        """;

    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread thread;

    /** Opens a connection to read on. */
    @FunctionalInterface
    interface Connections {
        Connection open() throws SQLException;
    }

    BuildWatch(Connections connections, int builderPid, BuildProgress progress) {
        this.thread =
                Thread.ofVirtual().name("index-build-watch").start(() -> watch(connections, builderPid, progress));
    }

    private void watch(Connections connections, int builderPid, BuildProgress progress) {
        try (Connection connection = connections.open();
                PreparedStatement statement = connection.prepareStatement(PROGRESS)) {
            statement.setInt(1, builderPid);
            do {
                try (ResultSet row = statement.executeQuery()) {
                    if (row.next()) {
                        progress.report(row.getString("phase"), row.getLong("done"), row.getLong("total"));
                    }
                }
            } while (!end.await(1, TimeUnit.SECONDS));
        } catch (SQLException | RuntimeException | Error e) {
            // Also what the listener throws, which writes it down elsewhere.
            LOG.warn("The progress of an index build cannot be told", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the watch. Nothing is reported after this method returns. */
    @Override
    public void close() {
        end.countDown();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
