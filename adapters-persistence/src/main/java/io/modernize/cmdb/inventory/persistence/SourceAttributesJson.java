package io.modernize.cmdb.inventory.persistence;

import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Source attributes as a flat JSON object of strings. */
final class SourceAttributesJson {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<TreeMap<String, String>> STRINGS_BY_NAME = new TypeReference<>() {};

    private SourceAttributesJson() {}

    static SortedMap<String, String> read(String json) {
        return JSON.readValue(json, STRINGS_BY_NAME);
    }
}
