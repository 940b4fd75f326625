package io.modernize.cmdb.benchmarks.neighbour;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The probe of the service, each time over a connection of its own as probes do. */
final class Health {
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final HttpRequest probe;

    Health(URI service) {
        this.probe = HttpRequest.newBuilder(service.resolve("/actuator/health"))
                .timeout(LONGEST)
                .build();
    }

    /** One look. @param nanos how long the answer took, or the failure */
    record Look(boolean isHealthy, long nanos) {}

    Look look() throws InterruptedException {
        long start = System.nanoTime();
        try (HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(LONGEST)
                .build()) {
            int status = http.send(probe, BodyHandlers.discarding()).statusCode();
            return new Look(status == 200, System.nanoTime() - start);
        } catch (IOException e) {
            return new Look(false, System.nanoTime() - start);
        }
    }
}
