package io.modernize.cmdb.api.documents;

import graphql.execution.AbortExecutionException;
import graphql.execution.preparsed.persisted.PersistedQuerySupport;
import graphql.introspection.Introspection;
import graphql.parser.ParserOptions;
import io.modernize.cmdb.api.limits.ApiLimits;
import io.modernize.cmdb.api.limits.Limit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Decides which document the engine gets, and under which limits. It is the document in the request, or the trusted
 * document that the request names.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
@EnableConfigurationProperties(TrustedDocumentsProperties.class)
final class DocumentGate implements WebGraphQlInterceptor {
    private final ApiLimits limits;
    private final boolean introspects;
    private final TrustedDocumentsProperties properties;
    private final TrustedDocuments trusted;

    /** @param introspects whether callers may ask for the schema; off by default */
    DocumentGate(
            ApiLimits limits,
            @Value("${cmdb.api.introspection:false}") boolean introspects,
            TrustedDocumentsProperties properties,
            GraphQlSource source) {
        this.limits = limits;
        this.introspects = introspects;
        this.properties = properties;
        this.trusted = properties.manifest() == null || properties.areOff()
                ? TrustedDocuments.none()
                : TrustedDocuments.read(properties.manifest(), source.schema());
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        try {
            String document = document(request);
            limits.check(Limit.DOCUMENT_CHARACTERS, document.length());
            VariableShape.of(request.getVariables()).check(limits);
            request.configureExecutionInput((input, builder) ->
                    builder.query(document).graphQLContext(context()).build());
        } catch (AbortExecutionException refusal) {
            return Mono.just(new WebGraphQlResponse(
                    new DefaultExecutionGraphQlResponse(request.toExecutionInput(), refusal.toExecutionResult())));
        }
        return chain.next(request);
    }

    private Map<Object, Object> context() {
        Map<Object, Object> context = new HashMap<>();
        context.put(ParserOptions.class, DocumentParsing.options(limits));
        if (!introspects) {
            context.put(Introspection.INTROSPECTION_DISABLED, true);
        }
        return context;
    }

    private String document(WebGraphQlRequest request) {
        String id = documentId(request);
        String sent = request.getDocument();
        boolean isSent = !sent.equals(PersistedQuerySupport.PERSISTED_QUERY_MARKER);
        if (id == null && isSent && !properties.areRequired()) {
            return sent;
        }
        if (properties.areOff()) {
            throw new DocumentRefusedException(
                    "TRUSTED_DOCUMENTS_OFF", "This service has no trusted documents.", "Send the document as query.");
        }
        if (id == null) {
            throw new DocumentRefusedException(
                    "DOCUMENT_NOT_TRUSTED",
                    "This service runs trusted documents only.",
                    "Send documentId, or extensions.persistedQuery.sha256Hash, and no query.");
        }
        String document = trusted.find(id)
                .orElseThrow(() -> new DocumentRefusedException(
                        "DOCUMENT_UNKNOWN",
                        "There is no trusted document of this id.",
                        "Send an id of the manifest that the service was started with."));
        if (isSent && !sent.equals(document)) {
            throw new DocumentRefusedException(
                    "DOCUMENT_NOT_TRUSTED",
                    "The document differs from the trusted one of this id.",
                    "Send the id alone.");
        }
        return document;
    }

    private static @Nullable String documentId(WebGraphQlRequest request) {
        return request.getExtensions().get("persistedQuery") instanceof Map<?, ?> named
                        && named.get("sha256Hash") instanceof String id
                ? id
                : null;
    }
}
