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
 * Asks PostgreSQL once a second how far another connection's build is, and passes it on. That it cannot ask is no reason
 * to give up the build.
 */
final class BuildWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BuildWatch.class);

    /** Blocks while the table is read, tuples otherwise. */
    private static final String PROGRESS = """
        select phase, case when blocks_total > 0 then blocks_done else tuples_done end as done,
            case when blocks_total > 0 then blocks_total else tuples_total end as total
        from pg_stat_progress_create_index where pid = ?
        """;

    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread thread;

    /** Opens a connection to ask on. */
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

    /** Returns when nothing will be reported any more. */
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
