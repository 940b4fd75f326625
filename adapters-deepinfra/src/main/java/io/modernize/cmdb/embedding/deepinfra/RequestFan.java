package io.modernize.cmdb.embedding.deepinfra;

import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Sends the requests of one call side by side, each on a virtual thread. {@link RequestSlots} bounds the number of
 * running requests of all calls together.
 */
final class RequestFan {
    private RequestFan() {}

    /**
     * The answers in the order of the requests.
     *
     * @throws EmbeddingUnavailableException the failure of the first request that fails; the others are cancelled
     */
    static <Q, A> List<A> callAll(List<Q> requests, Function<Q, A> call) {
        if (requests.size() == 1) {
            return List.of(call.apply(requests.getFirst()));
        }
        // Closing waits for the threads; those of a call that has failed are interrupted before.
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            ExecutorCompletionService<A> finished = new ExecutorCompletionService<>(threads);
            List<Future<A>> answers = new ArrayList<>(requests.size());
            for (Q request : requests) {
                answers.add(finished.submit(() -> call.apply(request)));
            }
            try {
                for (int i = 0; i < requests.size(); i++) {
                    finished.take().get();
                }
                return answers.stream().map(Future::resultNow).toList();
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw unwrapped(e);
            } catch (InterruptedException e) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
                throw new EmbeddingUnavailableException(
                        Reason.UNREACHABLE, "interrupted while waiting for DeepInfra", null, e);
            }
        }
    }

    private static RuntimeException unwrapped(ExecutionException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return e.getCause() instanceof RuntimeException failure
                ? failure
                : new IllegalStateException("a request failed", e.getCause());
    }
}
