package io.modernize.cmdb.tenancy.persistence;

import io.modernize.cmdb.PersistenceTestApplication;
import io.modernize.cmdb.testsupport.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** Runs with the adapters wired to the database that all tests of this module share. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = PersistenceTestApplication.class,
        webEnvironment = WebEnvironment.NONE,
        // Tests look at once for what they have just written.
        properties = "cmdb.search.plan.survey-max-age=0s")
@ContextConfiguration(initializers = PersistenceTest.SharedDatabase.class)
public @interface PersistenceTest {

    /** Points the application at {@link TestDatabase#shared()}. */
    final class SharedDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(TestDatabase.shared().properties()).applyTo(context);
        }
    }
}
