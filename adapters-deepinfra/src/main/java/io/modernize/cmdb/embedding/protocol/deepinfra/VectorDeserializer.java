package io.modernize.cmdb.embedding.protocol.deepinfra;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * Reads a vector as a list of numbers or as base64 of little-endian 32-bit floats. Jackson's own reading of base64 as
 * floats is big-endian.
 */
final class VectorDeserializer extends ValueDeserializer<float[]> {
    private static final int FIRST_CAPACITY = 1_024;

    @Override
    public float[] deserialize(JsonParser json, DeserializationContext context) {
        if (json.hasToken(JsonToken.VALUE_STRING)) {
            return fromBase64(json, json.getString());
        }
        if (json.hasToken(JsonToken.START_ARRAY)) {
            return fromNumbers(json);
        }
        throw notAVector(json, "neither base64 nor a list");
    }

    private static float[] fromBase64(JsonParser json, String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw notAVector(json, "broken base64");
        }
        if (bytes.length % Float.BYTES != 0) {
            throw notAVector(json, "base64 of a broken float");
        }
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }

    private static float[] fromNumbers(JsonParser json) {
        float[] values = new float[FIRST_CAPACITY];
        int count = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (!json.currentToken().isNumeric()) {
                throw notAVector(json, "a list of other than numbers");
            }
            if (count == values.length) {
                values = Arrays.copyOf(values, 2 * count);
            }
            values[count++] = json.getFloatValue();
        }
        return Arrays.copyOf(values, count);
    }

    private static MismatchedInputException notAVector(JsonParser json, String what) {
        return MismatchedInputException.from(json, float[].class, what);
    }
}
