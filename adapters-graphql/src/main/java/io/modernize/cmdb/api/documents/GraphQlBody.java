package io.modernize.cmdb.api.documents;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The body of a request before it is parsed as a GraphQL request. The parser refuses a malformed body later. */
final class GraphQlBody {
    private static final String DOCUMENT_ID = "documentId";
    private static final String PERSISTED_QUERY = "persistedQuery";
    private static final String DIGEST = "sha256:";

    private final byte[] bytes;

    GraphQlBody(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean isBatch() {
        return first() == '[';
    }

    boolean isObject() {
        return first() == '{';
    }

    private int first() {
        for (byte next : bytes) {
            if (!Character.isWhitespace(next)) {
                return next;
            }
        }
        return -1;
    }

    /** The number of operations in an array, as far as the array is well-formed. */
    long operations() {
        long count = 0;
        try (JsonParser parser = JsonMapper.shared().createParser(bytes)) {
            parser.nextToken();
            for (JsonToken token = parser.nextToken();
                    token != null && token != JsonToken.END_ARRAY;
                    token = parser.nextToken()) {
                parser.skipChildren();
                count++;
            }
        } catch (JacksonException e) {
            return count;
        }
        return count;
    }

    /** The body with {@code documentId} written as the extension {@code persistedQuery}, which the framework knows. */
    byte[] withPersistedQuery() {
        if (!new String(bytes, StandardCharsets.ISO_8859_1).contains(DOCUMENT_ID)) {
            return bytes;
        }
        try {
            JsonNode body = JsonMapper.shared().readTree(bytes);
            if (!(body instanceof ObjectNode request)
                    || !request.path(DOCUMENT_ID).isString()
                    || request.has("query")
                    || !(request.path("extensions").isMissingNode()
                            || request.path("extensions").isObject())) {
                return bytes;
            }
            String id = request.remove(DOCUMENT_ID).asString();
            request.withObjectProperty("extensions")
                    .withObjectProperty(PERSISTED_QUERY)
                    .put("version", 1)
                    .put("sha256Hash", id.startsWith(DIGEST) ? id.substring(DIGEST.length()) : id);
            return JsonMapper.shared().writeValueAsBytes(request);
        } catch (JacksonException e) {
            return bytes;
        }
    }

    @Override
    public String toString() {
        return "a body of " + bytes.length + " bytes";
    }
}
