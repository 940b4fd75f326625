package io.modernize.cmdb;

import io.modernize.cmdb.testsupport.TestDatabase;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points an application at the JVM's test database. */
public final class TestDatabaseSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    public static final Path REPORTS = Path.of("target", "test-import-reports");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(TestDatabase.shared().properties())
                .and("cmdb.import.reports-directory=" + REPORTS)
                .and("cmdb.embedding.job.patience=1s", "cmdb.embedding.job.first-pause=5ms")
                .applyTo(context);
    }
}
