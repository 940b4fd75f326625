package io.modernize.cmdb.testsupport.attacks;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;

/** Asks for large answers and takes a byte of them now and then. Watches jobs the same way. */
final class SlowReaderAttack implements Attack {
    /** The limit {@code subscriptions-per-identity} of the API. */
    private static final int SUBSCRIPTIONS = 5;

    private static final Duration BETWEEN_BYTES = Duration.ofMillis(200);

    @Override
    public String name() {
        return "slow-readers";
    }

    @Override
    public String summary() {
        return "eight large answers and five subscriptions that are read a byte at a time";
    }

    @Override
    public void run(Attacker attacker, Bounds bounds) {
        byte[] large = BigAnswerAttack.question();
        StartedJobs jobs = new StartedJobs(attacker.caller());
        Lanes.run(Caller.REQUESTS_AT_A_TIME + SUBSCRIPTIONS, lane -> {
            while (bounds.takeStep()) {
                if (lane < Caller.REQUESTS_AT_A_TIME) {
                    read(attacker.caller(), large, "application/json", bounds);
                } else {
                    String job = jobs.start(
                            AttackDocuments.START_DUPLICATES, Map.of("engagement", attacker.engagement(lane)));
                    read(
                            attacker.caller(),
                            Caller.body(AttackDocuments.PROGRESS, Map.of("id", job)),
                            "text/event-stream",
                            bounds);
                }
                bounds.pause(BETWEEN_BYTES);
            }
        });
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
