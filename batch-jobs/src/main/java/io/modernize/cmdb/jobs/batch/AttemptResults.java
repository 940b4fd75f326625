package io.modernize.cmdb.jobs.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * What the steps of an attempt leave for each other and for the code that began it, in the execution context of the job.
 * It lives as long as the attempt: see {@link UnkeptContexts}. Public for the jobs of other capabilities.
 */
public final class AttemptResults {
    private final ExecutionContext context;

    AttemptResults(ExecutionContext context) {
        this.context = context;
    }

    /** Leaves the result of this type; one that was left before is gone. */
    public <T> void put(Class<T> type, T result) {
        context.put(type.getName(), result);
    }

    /** The result of this type; empty where none was left. */
    public <T> Optional<T> find(Class<T> type) {
        return Optional.ofNullable(context.get(type.getName())).map(type::cast);
    }

    /** Leaves one more result of this type. */
    public <T> void add(Class<T> type, T result) {
        List<T> all = new ArrayList<>(all(type));
        all.add(result);
        context.put(listOf(type), all);
    }

    /** The results of this type in the order in which they were left. */
    public <T> List<T> all(Class<T> type) {
        return context.get(listOf(type)) instanceof List<?> all
                ? all.stream().map(type::cast).toList()
                : List.of();
    }

    private static String listOf(Class<?> type) {
        return "list of " + type.getName();
    }
}
