package io.modernize.cmdb.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The values that the peers store beside a vector, for filters. */
final class Metadata {
    static final String CLIENT = "client_account_id";

    private Metadata() {}

    static Map<String, String> of(Row row) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(CLIENT, row.clientId().toString());
        for (Attribute attribute : Attribute.values()) {
            metadata.put(attribute.column(), row.value(attribute));
        }
        return metadata;
    }

    /** The values as JSON. None of them needs escaping. */
    static String json(Row row) {
        return of(row).entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\": \"" + entry.getValue() + "\"")
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
