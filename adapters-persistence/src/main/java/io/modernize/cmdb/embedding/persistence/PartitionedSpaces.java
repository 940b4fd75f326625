package io.modernize.cmdb.embedding.persistence;

import io.modernize.cmdb.embedding.Distance;
import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.ModelProfile;
import io.modernize.cmdb.embedding.spaces.application.SpaceLifecycle;
import io.modernize.cmdb.tenancy.database.persistence.OwnerConnections;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Creates and drops embedding spaces. Each has a partition of its own in {@code cmdb_asset_embeddings}, which
 * procedures of the schema create and drop with the owner's login.
 */
@Component
class PartitionedSpaces implements SpaceLifecycle {
    /** Takes the lock on changes of spaces. It lasts until the transaction ends. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('service:embedding-spaces', 0))";

    /**
     * The time to wait for the lock on the table. Dropping a partition needs the table alone for a moment. Everybody
     * who asks meanwhile waits behind this transaction, so the time is short, and the next try may be luckier.
     */
    private static final String LOCK_TIMEOUT = "3s";

    private static final int MOST_TRIES = 10;

    /** The SQLSTATE of a lock that could not be taken in time. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final OwnerConnections owner;

    PartitionedSpaces(OwnerConnections owner) {
        this.owner = owner;
    }

    @Override
    public EmbeddingSpace ensure(ModelProfile model, int templateVersion) {
        return inTransaction(jdbc -> {
            UUID id = UUID.randomUUID();
            int created = jdbc.sql("""
                insert into embedding_spaces (id, provider, model, dimensions, distance, template_version)
                values (?, ?, ?, ?, ?, ?) on conflict do nothing
                """)
                    .params(
                            id,
                            model.provider(),
                            model.model(),
                            model.dimensions(),
                            Distance.COSINE.name(),
                            templateVersion)
                    .update();
            if (created > 0) {
                jdbc.sql("call create_embedding_partitions(?)").param(id).update();
            }
            EmbeddingSpace space = jdbc.sql(
                            "select " + EmbeddingSpaceRow.COLUMNS + " from embedding_spaces s where provider = ? and"
                                    + " model = ? and dimensions = ? and distance = ?"
                                    + " and template_version = ?")
                    .params(
                            model.provider(),
                            model.model(),
                            model.dimensions(),
                            Distance.COSINE.name(),
                            templateVersion)
                    .query((row, number) -> EmbeddingSpaceRow.read(row))
                    .single();
            jdbc.sql("update embedding_spaces set active = true where id = ?"
                            + " and not exists (select from embedding_spaces where active)")
                    .param(space.id().value())
                    .update();
            return space;
        });
    }

    @Override
    public List<LivingSpace> all() {
        return inTransaction(jdbc -> jdbc.sql("""
            select %s, s.active,
                (select count(*) from embedding_space_uses u where u.embedding_space_id = s.id and u.active) as accounts,
                (select count(*) from embedding_space_uses u where u.embedding_space_id = s.id and not u.active) as others
            from embedding_spaces s order by s.created_at, s.id
            """.formatted(EmbeddingSpaceRow.COLUMNS))
                .query((row, number) -> new LivingSpace(
                        EmbeddingSpaceRow.read(row),
                        row.getBoolean("active"),
                        row.getLong("accounts"),
                        row.getLong("others")))
                .list());
    }

    @Override
    public void activateForAll(EmbeddingSpace space) {
        inTransaction(jdbc -> {
            UUID id = space.id().value();
            // Beside whatever they searched by until now.
            jdbc.sql("""
                insert into embedding_space_uses (client_account_id, embedding_space_id, active)
                select a.id, s.id, false from client_accounts a cross join embedding_spaces s
                where s.active and s.id <> ?
                on conflict do nothing
                """).param(id).update();
            jdbc.sql("update embedding_space_uses set active = false, since = now() where active")
                    .update();
            jdbc.sql("update embedding_spaces set active = false where active and id <> ?")
                    .param(id)
                    .update();
            return jdbc.sql("update embedding_spaces set active = true where id = ?")
                    .param(id)
                    .update();
        });
    }

    @Override
    public boolean retire(EmbeddingSpace space) {
        for (int tries = 1; ; tries++) {
            try {
                return inTransaction(jdbc -> retire(jdbc, space.id().value()));
            } catch (DataAccessException e) {
                if (tries == MOST_TRIES || !isLockNotAvailable(e)) {
                    throw e;
                }
            }
        }
    }

    private static boolean isLockNotAvailable(DataAccessException failure) {
        return failure.getMostSpecificCause() instanceof SQLException cause
                && LOCK_NOT_AVAILABLE.equals(cause.getSQLState());
    }

    private static boolean retire(JdbcClient jdbc, UUID id) {
        jdbc.sql("set local lock_timeout = '" + LOCK_TIMEOUT + "'").update();
        int searched = jdbc.sql("""
            select count(*) from embedding_spaces s where s.id = ? and (s.active or exists (
                select from embedding_space_uses u where u.embedding_space_id = s.id and u.active))
            """).param(id).query(Integer.class).single();
        if (searched > 0) {
            return false;
        }
        jdbc.sql("call drop_embedding_partitions(?)").param(id).update();
        jdbc.sql("delete from embedding_spaces where id = ?").param(id).update();
        return true;
    }

    private <T> T inTransaction(Function<JdbcClient, T> work) {
        try (Connection connection = owner.open()) {
            connection.setAutoCommit(false);
            try {
                JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
                jdbc.sql(LOCK).query((row, number) -> row.getObject(1)).list();
                T result = work.apply(jdbc);
                connection.commit();
                return result;
            } catch (RuntimeException | SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new UncategorizedSQLException("change embedding spaces", null, e);
        }
    }
}
