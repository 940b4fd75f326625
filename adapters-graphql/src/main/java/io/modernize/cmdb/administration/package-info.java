/** Administration over GraphQL: the own client account, its engagements, its members and its audit log. */
@NullMarked
@ApplicationModule(allowedDependencies = {"tenancy", "tenancy::application", "audit", "audit::application", "api::*"})
package io.modernize.cmdb.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
