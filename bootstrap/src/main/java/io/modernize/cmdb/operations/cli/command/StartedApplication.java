package io.modernize.cmdb.operations.cli.command;

import java.net.URI;
import java.util.Objects;
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

    @Override
    public void close() {
        context.close();
    }
}
