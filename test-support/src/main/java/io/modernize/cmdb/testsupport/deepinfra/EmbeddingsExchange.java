package io.modernize.cmdb.testsupport.deepinfra;

import io.modernize.cmdb.testsupport.deepinfra.DeepInfraStandIn.Pause;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers requests for embeddings: with vectors, with a refusal, or with the fault that strikes. */
final class EmbeddingsExchange {
    private final EmbeddingsProtocol protocol;
    private final ConcurrencyLimit limit;
    private final RequestLog log;
    private final Pause pause;
    private volatile FaultSchedule schedule;

    EmbeddingsExchange(
            EmbeddingsProtocol protocol, ConcurrencyLimit limit, RequestLog log, Pause pause, FaultPlan plan) {
        this.protocol = protocol;
        this.limit = limit;
        this.log = log;
        this.pause = pause;
        this.schedule = new FaultSchedule(plan);
    }

    /** Strikes the next requests, one each, before the plan does. */
    void next(List<Fault> faults) {
        schedule.next(faults);
    }

    /** Sets the faults from now on. Counts begin again. */
    void plan(FaultPlan plan) {
        schedule = new FaultSchedule(plan);
    }

    /** Reads no more than the request; the connection may be closed afterwards. */
    void answer(HttpConnection connection, HttpRequest request) throws IOException, InterruptedException {
        Received received = Received.of(request);
        int inFlight = log.begin(received);
        boolean ended = false;
        try {
            log.awaitGathering();
            Optional<Fault> fault;
            if (limit.isExceededBy(inFlight)) {
                fault = Optional.of(limit.refusal());
            } else {
                fault = schedule.strike(received.inputs());
                pause.pause(schedule.latency());
            }
            if (fault.isPresent() && fault.get() instanceof Fault.Answer answer) {
                log.end(answer.status(), 0);
                ended = true;
                connection.answer(answer);
                return;
            }
            EmbeddingsProtocol.Outcome outcome = protocol.embed(received);
            switch (outcome) {
                case EmbeddingsProtocol.Outcome.Refused refused -> {
                    log.end(refused.answer().status(), 0);
                    ended = true;
                    connection.answer(refused.answer());
                }
                case EmbeddingsProtocol.Outcome.Vectors vectors -> {
                    // Counted as over before it is sent: the client may ask again the moment it has the last byte.
                    if (fault.isEmpty() || fault.get() instanceof Fault.Spoilt) {
                        log.end(200, received.inputs().size());
                        ended = true;
                    }
                    send(connection, vectors, fault);
                }
            }
        } finally {
            if (!ended) {
                log.end(0, 0);
            }
        }
    }

    private static void send(
            HttpConnection connection, EmbeddingsProtocol.Outcome.Vectors vectors, Optional<Fault> fault)
            throws IOException, InterruptedException {
        byte[] right = Bodies.bytes(vectors.body(Optional.empty()));
        if (fault.isEmpty()) {
            connection.answer(200, Map.of(), right);
            return;
        }
        switch (fault.get()) {
            case Fault.Answer answer -> connection.answer(answer);
            case Fault.Spoilt spoilt ->
                connection.answer(200, Map.of(), Bodies.bytes(vectors.body(Optional.of(spoilt.how()))));
            case Fault.Drip drip -> connection.drip(right, drip.bytes(), drip.pause());
            case Fault.Huge huge -> connection.blanks(huge.bytes());
            case Fault.Broken broken -> {
                switch (broken.how()) {
                    case RESET -> connection.reset();
                    case HANG -> connection.waitForEnd();
                    case STALL -> {
                        connection.begin(right, 1);
                        connection.waitForEnd();
                    }
                    case CUT -> connection.begin(right, right.length / 2);
                }
                connection.close();
            }
        }
    }
}
