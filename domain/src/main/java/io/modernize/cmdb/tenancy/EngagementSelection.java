package io.modernize.cmdb.tenancy;

import java.util.Set;

/** Which engagements of one client account something covers. */
public sealed interface EngagementSelection {

    boolean includes(EngagementId engagementId);

    /** Every engagement of the client account, also those created later. */
    record All() implements EngagementSelection {
        @Override
        public boolean includes(EngagementId engagementId) {
            return true;
        }
    }

    /** The named engagements only; never empty, since an empty selection is one that nobody meant. */
    record Only(Set<EngagementId> engagementIds) implements EngagementSelection {
        public Only {
            engagementIds = Set.copyOf(engagementIds);
            if (engagementIds.isEmpty()) {
                throw new IllegalArgumentException("a selection of engagements names at least one");
            }
        }

        @Override
        public boolean includes(EngagementId engagementId) {
            return engagementIds.contains(engagementId);
        }
    }
}
