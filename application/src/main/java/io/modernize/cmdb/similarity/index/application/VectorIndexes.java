package io.modernize.cmdb.similarity.index.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.similarity.index.HnswParameters;
import io.modernize.cmdb.similarity.index.IndexHealth;
import io.modernize.cmdb.similarity.index.IndexState;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The HNSW indexes of client accounts, at most one for each client account and space. A scope stands for its whole
 * client account here, whatever engagements it covers.
 *
 * <p>At every moment a search finds all that is there, also while an index is built, replaced or dropped.
 */
public interface VectorIndexes {
    /** Counts the embedded assets and those that the index covers, and stores both for {@link #health}. */
    IndexState survey(TenantScope scope, EmbeddingSpace space);

    /** The counts of the last survey, and the knobs. Empty if the client account was never surveyed. */
    Optional<IndexHealth> health(TenantScope scope, EmbeddingSpace space);

    /**
     * The right to change the client account's indexes. Empty at once if another process changes any index in this
     * database, because a build takes all the memory and processors that are meant for builds.
     */
    Optional<Exclusive> tryExclusively(TenantScope scope);

    /**
     * Drops indexes that interrupted builds and drops have left behind, those of the client account and those of client
     * accounts that are gone. It must not be called in a transaction.
     *
     * @return the number of dropped indexes; empty if another process changes indexes in this database
     */
    OptionalInt dropLeftovers(TenantScope scope);

    /** The right to change one client account's indexes. */
    interface Exclusive extends AutoCloseable {
        /**
         * Builds an index over all rows written until now, and puts it in place of the present one. This takes from
         * seconds to hours, while searches and writes go on.
         *
         * @throws IllegalStateException in a transaction, because the build would wait for its end
         * @throws IndexBuildFailedException if the database gave up; the present index stays in use
         */
        IndexState.Built build(EmbeddingSpace space, HnswParameters parameters, BuildProgress progress);

        /** Drops the index. Does nothing if there is none. It must not be called in a transaction either. */
        void drop(EmbeddingSpace space);

        @Override
        void close();
    }

    /** Receives the progress of a build. */
    @FunctionalInterface
    interface BuildProgress {
        BuildProgress SILENT = (phase, done, total) -> {};

        /**
         * Reports progress about once a second, from a thread of its own.
         *
         * @param phase the phase in the words of the database, for example {@code building index: loading tuples}
         * @param done the units of the phase's work that are done
         * @param total all units of the phase's work; 0 if they are not known
         */
        void report(String phase, long done, long total);
    }
}
