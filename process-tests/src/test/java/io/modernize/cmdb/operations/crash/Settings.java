package io.modernize.cmdb.operations.crash;

import io.modernize.cmdb.testsupport.TestDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The environment of a process: small transactions and calls, so that many of them can be interrupted. */
final class Settings {
    static final int ROWS_PER_CHUNK = 50;
    static final int DIMENSIONS = 64;
    static final String MODEL = "Qwen/Qwen3-Embedding-0.6B";

    /** What a migration goes to. */
    static final String NEXT_MODEL = "sentence-transformers/all-MiniLM-L6-v2";

    private static final int DOCUMENTS_PER_CALL = 16;
    private static final int CALLS_AT_ONCE = 4;

    /** Documents that a process can lose: those of the calls at once, and of the one more that is prepared. */
    static final int DOCUMENTS_UNDER_WAY = (CALLS_AT_ONCE + 1) * DOCUMENTS_PER_CALL;

    private Settings() {}

    /** The database, and else what is so by default. */
    static Map<String, String> of(TestDatabase database) {
        return Map.of(
                "CMDB_DB_URL", database.jdbcUrl(),
                "CMDB_DB_OWNER_USER", database.ownerUser(),
                "CMDB_DB_OWNER_PASSWORD", database.ownerPassword(),
                "CMDB_DB_APP_USER", database.applicationUser(),
                "CMDB_DB_APP_PASSWORD", database.applicationPassword());
    }

    static Map<String, String> of(TestDatabase database, URI provider, Path reports) {
        Map<String, String> settings = new HashMap<>(of(database));
        settings.put("CMDB_IMPORT_REPORTS_DIRECTORY", reports.toString());
        settings.put("CMDB_IMPORT_CHUNK_SIZE", String.valueOf(ROWS_PER_CHUNK));
        settings.put("CMDB_EMBEDDING_PROVIDER", "deepinfra");
        settings.put("DEEPINFRA_API_KEY", "any");
        settings.put("CMDB_EMBEDDING_NEXT_PROVIDER", "deepinfra");
        settings.put("CMDB_EMBEDDING_NEXT_MODEL", NEXT_MODEL);
        String prefix = "CMDB_EMBEDDING_DEEPINFRA_";
        settings.put(prefix + "BASE_URL", provider.toString());
        settings.put(prefix + "MODEL", MODEL);
        settings.put(prefix + "DIMENSIONS", String.valueOf(DIMENSIONS));
        settings.put(prefix + "DOCUMENTS_MAX_INPUTS", String.valueOf(DOCUMENTS_PER_CALL));
        settings.put(prefix + "CONCURRENCY_INITIAL", String.valueOf(CALLS_AT_ONCE));
        settings.put(prefix + "CONCURRENCY_MAXIMUM", String.valueOf(CALLS_AT_ONCE));
        return settings;
    }
}
