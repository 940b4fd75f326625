package io.modernize.cmdb.tenancy;

import java.util.UUID;

/** Identifies a membership inside its client account. */
public record MembershipId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
