package io.modernize.cmdb.inventory.records;

import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.RelationDraft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outcome of one row of a source. */
public sealed interface RowMapping {

    /**
     * The row is stored.
     *
     * @param notes what of the row is left out, or is not searched; mostly none
     */
    record AssetRow(AssetDraft draft, List<RowProblem> notes) implements RowMapping {
        public AssetRow {
            notes = List.copyOf(notes);
        }

        /** A row that is stored as it is. */
        public AssetRow(AssetDraft draft) {
            this(draft, List.of());
        }
    }

    record RelationRow(RelationDraft draft) implements RowMapping {}

    /**
     * The row is rejected, and nothing of it is stored.
     *
     * @param sourceSystem the register that the row names; null if it names none, so that the register of its format
     *     counts
     * @param externalKey the asset's key if it could be read, so that the asset does not count as missing
     * @param problems all known problems, at least one
     */
    record RejectedRow(
            @Nullable String sourceSystem, @Nullable String externalKey, List<RowProblem> problems)
            implements RowMapping {
        public RejectedRow {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("a rejected row has at least one problem");
            }
        }

        /** A rejected row of the register of its format. */
        public RejectedRow(@Nullable String externalKey, List<RowProblem> problems) {
            this(null, externalKey, problems);
        }
    }
}
