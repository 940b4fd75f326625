/** What every request to the API passes: its gate, its limits, its caller, its errors and its audit. */
@NullMarked
@ApplicationModule(allowedDependencies = {"tenancy", "tenancy::application", "audit", "audit::application"})
package io.modernize.cmdb.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
