package io.modernize.cmdb.tenancy.application;

import io.modernize.cmdb.tenancy.MembershipId;
import java.time.Instant;

/** A place in the list of memberships: that of one that is or was there. */
public record MembershipPosition(Instant grantedAt, MembershipId id) {}
