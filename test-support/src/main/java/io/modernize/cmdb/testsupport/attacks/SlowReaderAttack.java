package io.modernize.cmdb.testsupport.attacks;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;

/** Asks for large answers and takes a byte of them now and then. Watches jobs the same way. */
final class SlowReaderAttack implements Attack {
    /** One request less than an identity may have at a time: the last one is for what starts jobs. */
    private static final int LARGE_ANSWERS = Caller.REQUESTS_AT_A_TIME - 1;

    /** The limit {@code subscriptions-per-identity} of the API. */
    private static final int SUBSCRIPTIONS = 5;

    private static final Duration BETWEEN_BYTES = Duration.ofMillis(200);

    @Override
    public String name() {
        return "slow-readers";
    }

    @Override
    public String summary() {
        return "seven large answers and five subscriptions that are read a byte at a time";
    }

    @Override
    public void run(Attacker attacker, Bounds bounds) {
        byte[] large = BigAnswerAttack.question();
        StartedJobs jobs = new StartedJobs(attacker.caller());
        Lanes.run(LARGE_ANSWERS + SUBSCRIPTIONS, lane -> {
            while (bounds.takeStep()) {
                if (lane < LARGE_ANSWERS) {
                    read(attacker.caller(), large, "application/json", bounds);
                } else {
                    watch(attacker, lane, jobs, bounds);
                }
                bounds.pause(BETWEEN_BYTES);
            }
        });
    }

    private static void watch(Attacker attacker, int lane, StartedJobs jobs, Bounds bounds) {
        String job = jobs.start(AttackDocuments.START_DUPLICATES, Map.of("engagement", attacker.engagement(lane)));
        if (!job.isEmpty()) {
            read(
                    attacker.caller(),
                    Caller.body(AttackDocuments.PROGRESS, Map.of("id", job)),
                    "text/event-stream",
                    bounds);
        }
    }

    private static void read(Caller caller, byte[] body, String accept, Bounds bounds) {
        String end = "given up at the end of the attack";
        try (Socket socket = RawRequest.send(caller, body, accept)) {
            while (bounds.goesOn()) {
                try {
                    if (socket.getInputStream().read() < 0) {
                        end = "connection ended by the service";
                        break;
                    }
                } catch (SocketTimeoutException e) {
                    // There is nothing to read yet.
                    continue;
                }
                bounds.pause(BETWEEN_BYTES);
            }
        } catch (IOException e) {
            end = "connection ended: " + e.getClass().getSimpleName();
        }
        caller.tally().add(end);
    }
}
