package io.modernize.cmdb.similarity.graphql;

import java.util.List;
import java.util.SortedMap;

/** GraphQL type {@code NameValue}. */
record NameValuePayload(String name, String value) {
    static List<NameValuePayload> from(SortedMap<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> new NameValuePayload(entry.getKey(), entry.getValue()))
                .toList();
    }
}
