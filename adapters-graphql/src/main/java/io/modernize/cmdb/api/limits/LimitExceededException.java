package io.modernize.cmdb.api.limits;

import graphql.execution.AbortExecutionException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Refuses a request before any of its fields is fetched, and tells which limit it exceeds and by how much. */
public final class LimitExceededException extends AbortExecutionException {
    private final transient Map<String, Object> extensions;

    public LimitExceededException(Limit limit, long value, long maximum) {
        this(limit, value, maximum, Map.of());
    }

    private LimitExceededException(Limit limit, long value, long maximum, Map<String, Object> details) {
        super(limit.message(maximum));
        this.extensions = new LinkedHashMap<>(limit.extensions(value, maximum));
        extensions.putAll(details);
    }

    /** A refusal for a number of seconds. */
    public static LimitExceededException until(Limit limit, long value, long maximum, long retryAfterSeconds) {
        return new LimitExceededException(limit, value, maximum, Map.of(Limit.RETRY_AFTER_SECONDS, retryAfterSeconds));
    }

    @Override
    public Map<String, Object> getExtensions() {
        return extensions;
    }
}
