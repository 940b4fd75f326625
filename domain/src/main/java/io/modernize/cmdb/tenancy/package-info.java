/**
 * Client accounts, engagements, memberships, roles, and the tenant scope of each call. It depends on no other
 * capability.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.modernize.cmdb.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
