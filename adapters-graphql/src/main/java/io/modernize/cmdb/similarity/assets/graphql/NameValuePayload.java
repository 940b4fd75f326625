package io.modernize.cmdb.similarity.assets.graphql;

import java.util.List;
import java.util.SortedMap;

/** GraphQL type {@code NameValue}. */
public record NameValuePayload(String name, String value) {
    public static List<NameValuePayload> from(SortedMap<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> new NameValuePayload(entry.getKey(), entry.getValue()))
                .toList();
    }
}
