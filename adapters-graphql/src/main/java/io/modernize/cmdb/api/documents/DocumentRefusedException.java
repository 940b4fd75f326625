package io.modernize.cmdb.api.documents;

import graphql.execution.AbortExecutionException;
import java.util.Map;

/** Refuses a request because of the way in which it names its document. */
final class DocumentRefusedException extends AbortExecutionException {
    private final transient Map<String, Object> extensions;

    DocumentRefusedException(String code, String message, String remedy) {
        super(message);
        this.extensions = Map.of("code", code, "remedy", remedy);
    }

    DocumentRefusedException(String code, String field, String message, String remedy) {
        super(message);
        this.extensions = Map.of("code", code, "field", field, "remedy", remedy);
    }

    @Override
    public Map<String, Object> getExtensions() {
        return extensions;
    }
}
