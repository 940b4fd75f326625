package io.modernize.cmdb.testsupport.attacks;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/** Threads of one attack, side by side. They are virtual, since they wait most of the time. */
final class Lanes {
    /** After a refusal. A client that repeats without any pause would measure itself. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Lanes() {}

    /** Runs each lane with its number, 0 first, and returns when all have ended. */
    static void run(int lanes, IntConsumer lane) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < lanes; i++) {
                int number = i;
                threads.execute(() -> lane.accept(number));
            }
        }
    }

    /**
     * Asks in as many lanes as an identity may have requests at a time, until the bounds are reached.
     *
     * @param body the request of a step; the steps are numbered from 0 in each lane
     */
    static void ask(Caller caller, Bounds bounds, IntFunction<IntFunction<byte[]>> body) {
        run(Caller.REQUESTS_AT_A_TIME, lane -> {
            IntFunction<byte[]> steps = body.apply(lane);
            for (int step = 0; bounds.takeStep(); step++) {
                if (!caller.ask(steps.apply(step)).isAnswered()) {
                    bounds.pause(PAUSE);
                }
            }
        });
    }
}
