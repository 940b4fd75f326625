package io.modernize.cmdb.tenancy;

import java.util.Set;

/** The engagements of one client account that a scope or a membership covers. */
public sealed interface EngagementSelection {

    boolean includes(EngagementId engagementId);

    /** Every engagement of the client account, including those created later. */
    record All() implements EngagementSelection {
        @Override
        public boolean includes(EngagementId engagementId) {
            return true;
        }
    }

    /** The named engagements only. There is at least one, since nobody means an empty selection. */
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
