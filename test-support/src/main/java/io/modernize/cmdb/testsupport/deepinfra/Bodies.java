package io.modernize.cmdb.testsupport.deepinfra;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Bodies of answers, written by hand: some have to be wrong in ways that no serialiser would agree to. */
public final class Bodies {
    static final JsonMapper MAPPER = JsonMapper.shared();

    private Bodies() {}

    static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    static String quote(String text) {
        return MAPPER.writeValueAsString(text);
    }

    /** The body of a success: items and what they cost. */
    public static String list(List<String> items, String model, long tokens) {
        return list(items, model, ",\"usage\":{\"prompt_tokens\":" + tokens + ",\"total_tokens\":" + tokens + "}");
    }

    /** A list of items without the tokens. */
    static String listWithoutUsage(List<String> items, String model) {
        return list(items, model, "");
    }

    private static String list(List<String> items, String model, String usage) {
        return "{\"object\":\"list\",\"data\":[" + String.join(",", items) + "],\"model\":" + quote(model) + usage
                + "}";
    }

    /** One vector as decimal numbers. A value that is no number is written as the bare word NaN, as Python does. */
    public static String floatItem(int index, float... vector) {
        StringBuilder values = new StringBuilder();
        for (float value : vector) {
            values.append(values.isEmpty() ? "" : ",").append(value);
        }
        return item(index, "[" + values + "]");
    }

    /** One vector as base64 of little-endian 32-bit floats. */
    public static String base64Item(int index, float... vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector);
        return item(index, "\"" + Base64.getEncoder().encodeToString(bytes.array()) + "\"");
    }

    private static String item(int index, String embedding) {
        return "{\"object\":\"embedding\",\"index\":" + index + ",\"embedding\":" + embedding + "}";
    }
}
