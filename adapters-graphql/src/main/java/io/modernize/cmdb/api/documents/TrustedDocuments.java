package io.modernize.cmdb.api.documents;

import graphql.ExecutionInput;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;
import graphql.schema.GraphQLSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The documents of a manifest by their ids. A manifest is written by Relay's compiler (an object of documents by id) or
 * by Apollo ({@code apollo-persisted-query-manifest}). No request can add a document.
 */
final class TrustedDocuments {
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private final Map<String, String> byId;

    private TrustedDocuments(Map<String, String> byId) {
        this.byId = Map.copyOf(byId);
    }

    static TrustedDocuments none() {
        return new TrustedDocuments(Map.of());
    }

    /**
     * Reads a manifest.
     *
     * @throws IllegalStateException if the id of a document is not its digest, or if the schema refuses a document; the
     *     message names the document
     */
    static TrustedDocuments read(Resource manifest, GraphQLSchema schema) {
        Map<String, String> byId = new HashMap<>();
        JsonNode root = json(manifest);
        if (root.path("operations").isArray()) {
            root.path("operations")
                    .forEach(operation -> byId.put(
                            operation.path("id").asString(),
                            operation.path("body").asString()));
        } else {
            root.properties()
                    .forEach(entry -> byId.put(entry.getKey(), entry.getValue().asString()));
        }
        byId.forEach((id, document) -> require(id, document, schema));
        return new TrustedDocuments(byId);
    }

    Optional<String> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    private static JsonNode json(Resource manifest) {
        try (InputStream content = manifest.getInputStream()) {
            return JsonMapper.shared().readTree(content);
        } catch (IOException e) {
            throw new UncheckedIOException("cmdb.api.trusted-documents.manifest cannot be read", e);
        }
    }

    private static void require(String id, String document, GraphQLSchema schema) {
        if (SHA_256.matcher(id).matches() && !id.equals(digest(document))) {
            throw new IllegalStateException("trusted document " + id + " has another SHA-256 than its id says");
        }
        ParseAndValidateResult result = ParseAndValidate.parseAndValidate(
                schema, ExecutionInput.newExecutionInput(document).build());
        if (result.isFailure()) {
            throw new IllegalStateException("trusted document " + id + " does not fit the schema: "
                    + result.getErrors().getFirst().getMessage());
        }
    }

    private static String digest(String document) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(document.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
