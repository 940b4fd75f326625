package io.modernize.cmdb.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** Leaves out what is on the class path for tests only: test classes, test-jars, and the module test-support. */
final class ProductionCode implements ImportOption {
    @Override
    public boolean includes(Location location) {
        return Predefined.DO_NOT_INCLUDE_TESTS.includes(location)
                && !location.contains("-tests.jar")
                && !location.contains("/cmdb-test-support")
                && !location.contains("/test-support/target/");
    }
}
