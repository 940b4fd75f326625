package io.modernize.cmdb.similarity.index.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.similarity.index.HnswParameters;
import io.modernize.cmdb.similarity.index.IndexHealth;
import io.modernize.cmdb.similarity.index.IndexState;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The HNSW indexes of client accounts, one at most for each client account and space. A scope stands for its whole client
 * account here, whichever engagements it covers.
 *
 * <p>At every moment a search finds all that is there, whether an index is being built, replaced or dropped.
 */
public interface VectorIndexes {
    /** Counts what there is and what the index covers of it, and notes both for {@link #health}. */
    IndexState survey(TenantScope scope, EmbeddingSpace space);

    /** What the last survey noted, and the knobs; empty where the client account was never surveyed. */
    Optional<IndexHealth> health(TenantScope scope, EmbeddingSpace space);

    /**
     * The right to change the client account's indexes, or empty at once where another process changes any in this
     * database: a build takes all the memory and processors that are meant for builds.
     */
    Optional<Exclusive> tryExclusively(TenantScope scope);

    /**
     * Drops what builds and drops that were cut off have left behind: of the client account, and of those that are gone.
     * Not within a transaction.
     *
     * @return how many indexes were dropped, or empty where another process changes indexes in this database
     */
    OptionalInt dropLeftovers(TenantScope scope);

    /** The right to change one client account's indexes. */
    interface Exclusive extends AutoCloseable {
        /**
         * Builds an index over all rows written until now and puts it in the place of the present one. Takes from
         * seconds to hours, while searches and writes go on.
         *
         * @throws IllegalStateException within a transaction, for whose end the build would wait
         * @throws IndexBuildFailedException where the database gave up; the present index stays in use
         */
        IndexState.Built build(EmbeddingSpace space, HnswParameters parameters, BuildProgress progress);

        /** Drops the index; does nothing where there is none. Not within a transaction either. */
        void drop(EmbeddingSpace space);

        @Override
        void close();
    }

    /** Hears how far a build is. */
    @FunctionalInterface
    interface BuildProgress {
        BuildProgress SILENT = (phase, done, total) -> {};

        /**
         * Called about once a second, from a thread of its own.
         *
         * @param phase in the database's words, for example {@code building index: loading tuples}
         * @param done units of the phase's work
         * @param total all of them; 0 where unknown
         */
        void report(String phase, long done, long total);
    }
}
