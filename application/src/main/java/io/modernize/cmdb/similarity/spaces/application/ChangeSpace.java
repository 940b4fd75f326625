package io.modernize.cmdb.similarity.spaces.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.application.EmbeddingModels;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.embedding.spaces.application.EmbeddingSpaces;
import io.modernize.cmdb.similarity.spaces.SpaceComparison;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.List;
import java.util.Optional;

/**
 * Makes a client account's searches use the other one of its two embedding spaces. A new space must pass the quality
 * gate. The same change leads back, and both spaces are kept up to date.
 */
public final class ChangeSpace {
    private final EmbeddingSpaces spaces;
    private final EmbeddingModels models;
    private final EmbeddingStore store;
    private final SpaceComparisons comparisons;

    public ChangeSpace(
            EmbeddingSpaces spaces, EmbeddingModels models, EmbeddingStore store, SpaceComparisons comparisons) {
        this.spaces = spaces;
        this.models = models;
        this.store = store;
        this.comparisons = comparisons;
    }

    /** The space that the client account could change to: the one that it maintains beside the active one. */
    public Optional<EmbeddingSpace> other(TenantScope scope) {
        List<EmbeddingSpace> maintained = spaces.maintained(scope);
        return maintained.size() < 2 ? Optional.empty() : Optional.of(maintained.get(1));
    }

    /**
     * Whether the client account may change, and to which space. Nothing is changed.
     *
     * @param unchecked whether to ignore the comparison; missing embeddings are never ignored
     */
    public ChangeOutcome check(TenantScope scope, boolean unchecked) {
        EmbeddingSpace before = spaces.active(scope);
        Optional<EmbeddingSpace> other = other(scope);
        if (other.isEmpty()) {
            return new ChangeOutcome.NoOtherSpace(before);
        }
        EmbeddingSpace space = other.get();
        if (!models.serve(space)) {
            return new ChangeOutcome.ModelMissing(space);
        }
        long due = store.countDue(scope, space);
        if (due > 0) {
            return new ChangeOutcome.Incomplete(space, due);
        }
        if (!unchecked) {
            Optional<SpaceComparison> comparison = comparisons.last(scope, before, space);
            // The way back needs no new proof: it was the way here.
            boolean back = comparisons.last(scope, space, before).isPresent();
            if (comparison.isEmpty() && !back) {
                return new ChangeOutcome.NotCompared(space);
            }
            if (comparison.isPresent() && !comparison.get().passed() && !back) {
                return new ChangeOutcome.NotPassed(space, comparison.get());
            }
        }
        return new ChangeOutcome.Changed(before, space);
    }

    /** Changes the space if nothing speaks against it. */
    public ChangeOutcome change(TenantScope scope, boolean unchecked) {
        ChangeOutcome outcome = check(scope, unchecked);
        if (outcome instanceof ChangeOutcome.Changed(EmbeddingSpace before, EmbeddingSpace space)) {
            spaces.activate(scope, space);
        }
        return outcome;
    }

    /** The outcome of a change. */
    public sealed interface ChangeOutcome {
        record Changed(EmbeddingSpace before, EmbeddingSpace space) implements ChangeOutcome {}

        /** There is no other space. */
        record NoOtherSpace(EmbeddingSpace active) implements ChangeOutcome {}

        /** The model of the other space is not configured, so searches could not embed their texts. */
        record ModelMissing(EmbeddingSpace space) implements ChangeOutcome {}

        /** @param due the number of assets whose vector in the other space is missing or not up to date */
        record Incomplete(EmbeddingSpace space, long due) implements ChangeOutcome {}

        record NotCompared(EmbeddingSpace space) implements ChangeOutcome {}

        record NotPassed(EmbeddingSpace space, SpaceComparison comparison) implements ChangeOutcome {}
    }
}
