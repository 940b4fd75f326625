package io.modernize.cmdb.api.limits;

import graphql.execution.AbortExecutionException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Refuses a request before any of its fields is fetched, and says which limit it exceeds by what. */
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

    /** Refuses for now. */
    public static LimitExceededException until(Limit limit, long value, long maximum, long retryAfterSeconds) {
        return new LimitExceededException(limit, value, maximum, Map.of(Limit.RETRY_AFTER_SECONDS, retryAfterSeconds));
    }

    @Override
    public Map<String, Object> getExtensions() {
        return extensions;
    }
}
