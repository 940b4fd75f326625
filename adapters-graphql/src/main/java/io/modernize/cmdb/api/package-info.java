/**
 * What every request to the API passes: the gate, the limits, the caller, the errors and the audit. It depends on
 * tenancy and audit only.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"tenancy", "tenancy::application", "tenancy::shares", "audit", "audit::application"})
package io.modernize.cmdb.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
