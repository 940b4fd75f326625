package io.modernize.cmdb.inventory.records;

import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.RelationDraft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of one row of a source. */
public sealed interface RowMapping {

    record AssetRow(AssetDraft draft) implements RowMapping {}

    record RelationRow(RelationDraft draft) implements RowMapping {}

    /**
     * Nothing of the row is stored.
     *
     * @param sourceSystem the register that the row names; null where it names none, so that its format's counts
     * @param externalKey the asset's key where it could be read, so that the asset does not count as missing
     * @param problems all that are known, at least one
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

        /** Of the register of the row's format. */
        public RejectedRow(@Nullable String externalKey, List<RowProblem> problems) {
            this(null, externalKey, problems);
        }
    }
}
