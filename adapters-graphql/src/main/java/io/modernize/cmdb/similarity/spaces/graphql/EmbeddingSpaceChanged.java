package io.modernize.cmdb.similarity.spaces.graphql;

import io.modernize.cmdb.audit.AuditDetails;
import io.modernize.cmdb.audit.application.Audit.Finding;
import java.util.Map;

/**
 * Type {@code EmbeddingSpaceChanged}.
 *
 * @param modelBefore the model that searches used before; it is not part of the schema
 */
record EmbeddingSpaceChanged(String modelBefore, String model) implements ChangeEmbeddingSpacePayload {
    @Override
    public Finding audited() {
        return Finding.done(new AuditDetails(null, Map.of("model", modelBefore), Map.of("model", model)));
    }
}
