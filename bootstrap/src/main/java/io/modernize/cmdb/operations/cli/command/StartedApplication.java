package io.modernize.cmdb.operations.cli.command;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.springframework.context.ConfigurableApplicationContext;

/** The application that a command works with, from its start until the command closes it. */
public class StartedApplication implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    public StartedApplication(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** The only object of that type in the application. */
    public <T> T getBean(Class<T> type) {
        return context.getBean(type);
    }

    /** Whether the application is running. False as soon as somebody has asked the process to end. */
    public boolean isActive() {
        return context.isActive();
    }

    /** The address of the service. Throws if the application does not serve. */
    public URI address() {
        String port = Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port"));
        return URI.create("http://localhost:" + port);
    }

    /**
     * Works on one item after the other. Leaves out the rest when the application is asked to end, or after an exit code
     * that the rest would have too.
     *
     * @return the highest exit code
     */
    public <T> int workOnEach(List<T> items, ToIntFunction<? super T> work) {
        int exitCode = ExitCodes.DONE;
        for (T item : items) {
            if (exitCode == ExitCodes.INTERRUPTED || exitCode == ExitCodes.OPERATOR_NEEDED || !isActive()) {
                return Math.max(exitCode, ExitCodes.INTERRUPTED);
            }
            exitCode = Math.max(exitCode, work.applyAsInt(item));
        }
        return exitCode;
    }

    @Override
    public void close() {
        context.close();
    }
}
