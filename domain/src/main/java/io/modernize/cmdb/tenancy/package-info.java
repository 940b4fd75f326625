/** Who may see what: client accounts, engagements, memberships, roles and the tenant scope. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.modernize.cmdb.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
