/**
 * Administration of the own client account over GraphQL: its engagements, its members and its audit log. The rules are
 * those of tenancy and audit.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"tenancy", "tenancy::application", "audit", "audit::application", "api::*"})
package io.modernize.cmdb.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
