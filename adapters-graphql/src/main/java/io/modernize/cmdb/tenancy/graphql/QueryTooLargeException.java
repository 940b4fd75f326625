package io.modernize.cmdb.tenancy.graphql;

import graphql.execution.AbortExecutionException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Refuses a request before any of its fields is fetched, and says which limit it exceeds by what. */
final class QueryTooLargeException extends AbortExecutionException {
    private final transient Map<String, Object> extensions;

    QueryTooLargeException(String code, String measure, int value, int limit, String remedy) {
        super("The query has a " + measure + " of " + value + "; the limit is " + limit + ".");
        this.extensions = new LinkedHashMap<>();
        extensions.put("code", code);
        extensions.put("remedy", remedy);
        extensions.put("value", value);
        extensions.put("limit", limit);
    }

    @Override
    public Map<String, Object> getExtensions() {
        return extensions;
    }
}
