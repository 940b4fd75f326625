package io.modernize.cmdb.similarity.index.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.spaces.application.EmbeddingSpaces;
import io.modernize.cmdb.similarity.index.IndexAction;
import io.modernize.cmdb.similarity.index.IndexAction.BuildReason;
import io.modernize.cmdb.similarity.index.IndexPolicy;
import io.modernize.cmdb.similarity.index.IndexState;
import io.modernize.cmdb.similarity.index.application.MaintenanceOutcome.Built;
import io.modernize.cmdb.similarity.index.application.MaintenanceOutcome.Busy;
import io.modernize.cmdb.similarity.index.application.MaintenanceOutcome.Dropped;
import io.modernize.cmdb.similarity.index.application.MaintenanceOutcome.Kept;
import io.modernize.cmdb.similarity.index.application.VectorIndexes.BuildProgress;
import io.modernize.cmdb.similarity.index.application.VectorIndexes.Exclusive;
import io.modernize.cmdb.tenancy.TenantScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Builds the indexes that a client account needs in its spaces, and drops those that it needs no more. */
public final class MaintainVectorIndexes {
    private final EmbeddingSpaces spaces;
    private final VectorIndexes indexes;
    private final IndexPolicies policies;
    private final AuditRecall audits;
    private final Clock clock;

    public MaintainVectorIndexes(
            EmbeddingSpaces spaces, VectorIndexes indexes, IndexPolicies policies, AuditRecall audits, Clock clock) {
        this.spaces = spaces;
        this.indexes = indexes;
        this.policies = policies;
        this.audits = audits;
        this.clock = clock;
    }

    /** The policy for a space. Its thresholds follow from the dimensions. */
    @FunctionalInterface
    public interface IndexPolicies {
        IndexPolicy of(EmbeddingSpace space);
    }

    /**
     * Surveys the scope's client account and does what the policy decides, first in the space that is searched. A
     * second space is prepared in the same way, so that searches have an index after a change to it. A new index is
     * audited at once, so that its first searches run with a measured knob.
     *
     * @return what was done in each space
     * @throws IndexBuildFailedException if an index could not be built
     */
    public List<MaintenanceOutcome> maintain(TenantScope scope, BuildProgress progress) {
        // If another process is at work, the next run drops them.
        indexes.dropLeftovers(scope);
        return spaces.maintained(scope).stream()
                .map(space -> maintain(scope, space, progress))
                .toList();
    }

    private MaintenanceOutcome maintain(TenantScope scope, EmbeddingSpace space, BuildProgress progress) {
        IndexPolicy policy = policies.of(space);
        IndexState state = indexes.survey(scope, space);
        if (policy.decide(state) instanceof IndexAction.Keep) {
            return new Kept(state);
        }
        Optional<Exclusive> exclusive = indexes.tryExclusively(scope);
        if (exclusive.isEmpty()) {
            return new Busy();
        }
        Change change;
        try (Exclusive held = exclusive.get()) {
            change = change(scope, space, policy, held, progress);
        }
        return switch (change) {
            case Change.None(IndexState now) -> new Kept(now);
            case Change.Removal(IndexState before) -> new Dropped(before);
            case Change.Build(BuildReason reason, IndexState.Built index, Duration took) ->
                new Built(reason, index, took, audits.audit(scope, space));
        };
    }

    private Change change(
            TenantScope scope, EmbeddingSpace space, IndexPolicy policy, Exclusive held, BuildProgress progress) {
        // Anew: another process may have done it before this one had the right to.
        IndexState state = indexes.survey(scope, space);
        return switch (policy.decide(state)) {
            case IndexAction.Keep() -> new Change.None(state);
            case IndexAction.Drop() -> {
                held.drop(space);
                yield new Change.Removal(state);
            }
            case IndexAction.Build(BuildReason reason) -> {
                Instant begin = clock.instant();
                IndexState.Built built = held.build(space, policy.parameters(), progress);
                yield new Change.Build(reason, built, Duration.between(begin, clock.instant()));
            }
        };
    }

    /** A change that was made while no other process could change indexes. */
    private sealed interface Change {
        record None(IndexState state) implements Change {}

        record Removal(IndexState before) implements Change {}

        record Build(BuildReason reason, IndexState.Built index, Duration took) implements Change {}
    }
}
