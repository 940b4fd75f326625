package io.modernize.cmdb;

import io.modernize.cmdb.testsupport.FreePort;
import io.modernize.cmdb.testsupport.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/**
 * Runs with the whole service over HTTP. Classes with this annotation share one service and its database, so each has
 * people and client accounts of its own: a {@link Cast}. A class that needs other settings is annotated with
 * {@code @TestPropertySource} beside it, and starts a service of its own: that takes four seconds, so share settings too.
 *
 * <p>A {@link ServiceUnderTest} and the service's {@link TestDatabase} can be injected.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT)
@ActiveProfiles({"local", "isolation"})
// More fields at once than anybody needs, for those who ask for every list.
@TestPropertySource(properties = "cmdb.api.limits.complexity=1000000")
@Import(CountedStatements.Recording.class)
@ContextConfiguration(initializers = ServiceTest.OwnService.class)
public @interface ServiceTest {

    /** A port and a database of its own for each service. */
    final class OwnService implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            int port = FreePort.find();
            TestDatabase database = TestDatabase.shared().createMigrated();
            Map<String, String> settings = new LinkedHashMap<>(database.properties());
            settings.putAll(Cast.settings());
            settings.put("server.port", String.valueOf(port));
            TestPropertyValues.of(settings).applyTo(context);
            context.getBeanFactory().registerSingleton("serviceUnderTest", ServiceUnderTest.at(port));
            context.getBeanFactory().registerSingleton("testDatabase", database);
        }
    }
}
