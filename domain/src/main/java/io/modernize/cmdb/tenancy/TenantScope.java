package io.modernize.cmdb.tenancy;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The data that one call may touch: one client account, and all or some of its engagements.
 *
 * <p>Every port and every query takes a scope. It has no public constructor. A scope comes from the {@link Membership}
 * of an authenticated identity, or from {@link #forJob} for a job that works for one client account at a time.
 */
public final class TenantScope {
    private final ClientAccountId clientAccountId;
    private final EngagementSelection engagements;

    TenantScope(ClientAccountId clientAccountId, EngagementSelection engagements) {
        this.clientAccountId = clientAccountId;
        this.engagements = engagements;
    }

    /** The scope of a job over one engagement. Code that acts for a user must use a membership instead. */
    public static TenantScope forJob(ClientAccountId clientAccountId, EngagementId engagementId) {
        return new TenantScope(clientAccountId, new EngagementSelection.Only(Set.of(engagementId)));
    }

    /** The scope of a job over a whole client account. */
    public static TenantScope forJob(ClientAccountId clientAccountId) {
        return new TenantScope(clientAccountId, new EngagementSelection.All());
    }

    public ClientAccountId clientAccountId() {
        return clientAccountId;
    }

    public EngagementSelection engagements() {
        return engagements;
    }

    /** This scope restricted to one engagement. Empty if this scope does not cover it, because a scope never grows. */
    public Optional<TenantScope> narrowedTo(EngagementId engagementId) {
        return engagements.includes(engagementId)
                ? Optional.of(forJob(clientAccountId, engagementId))
                : Optional.empty();
    }

    /** Throws {@link IllegalArgumentException} if this scope does not cover the engagement. */
    public void requireCovers(EngagementId engagementId) {
        if (!engagements.includes(engagementId)) {
            throw new IllegalArgumentException("the scope does not cover engagement " + engagementId);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TenantScope that
                && clientAccountId.equals(that.clientAccountId)
                && engagements.equals(that.engagements);
    }

    @Override
    public int hashCode() {
        return Objects.hash(clientAccountId, engagements);
    }

    @Override
    public String toString() {
        return "TenantScope[" + clientAccountId + ", " + engagements + "]";
    }
}
