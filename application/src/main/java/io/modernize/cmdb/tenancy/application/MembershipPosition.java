package io.modernize.cmdb.tenancy.application;

import io.modernize.cmdb.tenancy.MembershipId;
import java.time.Instant;

/** A place in the list of memberships. It is the place of a membership that exists or has existed. */
public record MembershipPosition(Instant grantedAt, MembershipId id) {}
