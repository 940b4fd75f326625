package io.modernize.cmdb.operations.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts the Spring application in the form that a command needs. Throws {@link StartFailedException} after it has told
 * why the application does not start.
 */
public class ApplicationStart {
    private final Class<?> application;

    public ApplicationStart(Class<?> application) {
        this.application = application;
    }

    /** Serves until the process ends. */
    public void serve(String... settings) {
        start(WebApplicationType.SERVLET, Map.of(), settings);
        OutOfMemoryCheck.run();
    }

    /** Starts a service on a port of its own, beside one that may be running. */
    public StartedApplication serveBeside(Map<String, Object> settings) {
        Map<String, Object> all = new LinkedHashMap<>(settings);
        // The address of the issuer contains the port, so that it must be known before the start.
        all.put("server.port", freePort());
        return started(start(WebApplicationType.SERVLET, all));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts the application without a web server. It logs warnings only, because a user reads the command's own
     * output.
     */
    public StartedApplication work() {
        return started(start(WebApplicationType.NONE, Map.of()));
    }

    protected StartedApplication started(ConfigurableApplicationContext context) {
        return new StartedApplication(context);
    }

    public ConfigurableApplicationContext start(
            WebApplicationType type, Map<String, Object> settings, String... arguments) {
        SpringApplication spring = new SpringApplication(application);
        spring.setWebApplicationType(type);
        spring.setBannerMode(Banner.Mode.OFF);
        Map<String, Object> properties = new LinkedHashMap<>(settings);
        if (type == WebApplicationType.NONE) {
            properties.put("logging.level.root", "warn");
            // A service follows up what was left over; a command does what it was told.
            properties.put("spring.modulith.events.republish-outstanding-events-on-restart", "false");
            // A command does not look for events that hang either: its pools may be closed by then.
            for (String state : List.of("published", "processing", "resubmission")) {
                properties.put("spring.modulith.events.staleness." + state, "0");
            }
            spring.setLogStartupInfo(false);
        }
        String[] all = new String[properties.size() + arguments.length];
        int next = 0;
        for (Map.Entry<String, Object> property : properties.entrySet()) {
            all[next++] = "--" + property.getKey() + "=" + property.getValue();
        }
        System.arraycopy(arguments, 0, all, next, arguments.length);
        try {
            return spring.run(all);
        } catch (SpringApplication.AbandonedRunException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new StartFailedException(e);
        }
    }
}
