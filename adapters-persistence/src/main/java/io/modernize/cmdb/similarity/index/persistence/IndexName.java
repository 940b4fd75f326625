package io.modernize.cmdb.similarity.index.persistence;

import io.modernize.cmdb.embedding.EmbeddingSpaceId;
import io.modernize.cmdb.tenancy.ClientAccountId;

/**
 * The name of a client account's HNSW index, at most 63 characters as PostgreSQL requires. It tells the client account
 * even if nothing else does any more. The space and the generation distinguish it from others of the same client
 * account.
 */
record IndexName(String value) {
    private static final String PREFIX = "cmdb_hnsw_";

    /** The pattern of such names, as PostgreSQL reads it. */
    static final String PATTERN = "^" + PREFIX + "[0-9a-f]{32}_[0-9a-f]{8}_g[0-9]{1,10}$";

    /** The SQL that reads the client account from a name that fits the pattern. */
    static final String CLIENT_OF_NAME = "substring(c.relname::text from " + (PREFIX.length() + 1) + " for 32)::uuid";

    IndexName {
        if (!value.matches(PATTERN)) {
            throw new IllegalArgumentException("not the name of a client account's index: " + value);
        }
    }

    static IndexName of(ClientAccountId clientAccountId, EmbeddingSpaceId spaceId, int generation) {
        String client = clientAccountId.toString().replace("-", "");
        return new IndexName(PREFIX + client + "_" + spaceId.toString().substring(0, 8) + "_g" + generation);
    }

    @Override
    public String toString() {
        return value;
    }
}
