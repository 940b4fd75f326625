package io.modernize.cmdb.similarity.details.graphql;

import io.modernize.cmdb.inventory.application.ImportHistory.PastImport;
import java.time.Instant;

/** GraphQL type {@code ImportReference}. */
record ImportReferencePayload(String id, String fileName, Instant startedAt) {
    static ImportReferencePayload from(PastImport past) {
        return new ImportReferencePayload(
                past.state().id().toString(), past.state().fileName(), past.startedAt());
    }
}
