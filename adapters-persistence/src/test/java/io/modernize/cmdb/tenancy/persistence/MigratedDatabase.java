package io.modernize.cmdb.tenancy.persistence;

import io.modernize.cmdb.testsupport.TestDatabase;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** A database of a test's own, migrated as the application migrates its. */
public final class MigratedDatabase {
    private MigratedDatabase() {}

    public static TestDatabase createFresh() {
        TestDatabase database = TestDatabase.shared().createFresh();
        Flyway.configure()
                .dataSource(database.ownerDataSource())
                .placeholders(Map.of("owner", database.ownerUser(), "application", database.applicationUser()))
                .load()
                .migrate();
        return database;
    }
}
