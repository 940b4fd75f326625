package io.modernize.cmdb.operations.cli;

import io.modernize.cmdb.CmdbSimilarityApplication;
import io.modernize.cmdb.operations.cli.command.ApplicationStart;
import io.modernize.cmdb.operations.cli.command.StartedApplication;
import io.modernize.cmdb.testsupport.TestDatabase;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Commands as they are typed, but inside this JVM and on one database. The first command starts the application, which
 * stays for the others: start and end of the process are what {@link ProcessIT} has for itself.
 */
final class TypedCommands {
    private static @Nullable TypedCommands shared;

    private final TestDatabase database;
    private final KeptStart start;

    /** @param settings beside those of the database and the profile "local" */
    TypedCommands(TestDatabase database, Map<String, Object> settings) {
        this.database = database;
        this.start = new KeptStart(settings(database, settings));
    }

    /** Those of all tests that have client accounts of their own. */
    static synchronized TypedCommands shared() {
        TypedCommands existing = shared;
        if (existing == null) {
            existing = new TypedCommands(TestDatabase.shared().createMigrated(), Map.of());
            shared = existing;
        }
        return existing;
    }

    TestDatabase database() {
        return database;
    }

    /** The exit code. */
    int run(Object... words) {
        return execute(start, words);
    }

    /** The exit code of a command that starts an application of its own, with settings that may keep it from starting. */
    int runAnew(Map<String, Object> settings, Object... words) {
        return execute(new SettingStart(settings(database, settings)), words);
    }

    private static int execute(ApplicationStart start, Object... words) {
        return CommandLineEntry.execute(
                start, () -> false, Arrays.stream(words).map(Object::toString).toArray(String[]::new));
    }

    private static Map<String, Object> settings(TestDatabase database, Map<String, Object> more) {
        Map<String, Object> settings = new LinkedHashMap<>(database.properties());
        settings.put("spring.profiles.active", "local");
        settings.put("cmdb.import.reports-directory", Path.of("target", "command-reports"));
        // Of the service that an evaluation starts: nothing but what the test asks for.
        settings.put("cmdb.search.index.schedule", "-");
        settings.put("cmdb.search.audit.schedule", "-");
        settings.put("cmdb.duplicates.schedule", "-");
        settings.put("cmdb.jobs.retention.schedule", "-");
        settings.putAll(more);
        return settings;
    }

    /** With settings of the test, which those of the command overrule. */
    private static class SettingStart extends ApplicationStart {
        private final Map<String, Object> settings;

        SettingStart(Map<String, Object> settings) {
            super(CmdbSimilarityApplication.class);
            this.settings = settings;
        }

        @Override
        public ConfigurableApplicationContext start(
                WebApplicationType type, Map<String, Object> more, String... arguments) {
            Map<String, Object> all = new LinkedHashMap<>(settings);
            all.putAll(more);
            return super.start(type, all, arguments);
        }
    }

    private static final class KeptStart extends SettingStart {
        private @Nullable StartedApplication working;
        private @Nullable StartedApplication serving;

        KeptStart(Map<String, Object> settings) {
            super(settings);
        }

        @Override
        public StartedApplication work() {
            StartedApplication application = working;
            if (application == null) {
                application = super.work();
                working = application;
            }
            return application;
        }

        @Override
        public StartedApplication serveBeside(Map<String, Object> settings) {
            StartedApplication application = serving;
            if (application == null) {
                application = super.serveBeside(settings);
                serving = application;
            }
            return application;
        }

        @Override
        public StartedApplication started(ConfigurableApplicationContext context) {
            return new KeptApplication(context);
        }
    }

    private static final class KeptApplication extends StartedApplication {
        KeptApplication(ConfigurableApplicationContext context) {
            super(context);
        }

        @Override
        public void close() {
            // It ends with the JVM.
        }
    }
}
