/** The audit log: who did what in a client account, when, and with which outcome. */
@NullMarked
@ApplicationModule(allowedDependencies = {"tenancy", "tenancy::application", "tenancy::persistence", "tenancy::shares"})
package io.modernize.cmdb.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
