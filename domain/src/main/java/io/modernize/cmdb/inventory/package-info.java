/** CMDB assets, their relations, and the imports that bring them in. */
@NullMarked
@ApplicationModule(allowedDependencies = {"tenancy", "tenancy::application"})
package io.modernize.cmdb.inventory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
