package io.modernize.cmdb.api.documents;

import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import io.modernize.cmdb.api.requests.CallerIdentity;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Keeps documents that were parsed and found valid, for the identity that sent them. Programs send the same few
 * documents again and again with other variables. Nobody is served a document that another identity sent, so that the
 * time of an answer tells nothing about what others ask. Identities of other directories do not make it forget a document
 * either ({@link KeptDocuments}). Limits of depth and complexity depend on variables and are checked each time.
 */
@Component
final class RecentDocuments implements PreparsedDocumentProvider {
    /**
     * The length of the longest document that is kept. Longer ones are parsed each time. The introspection queries of
     * common tools have up to 3,000 characters.
     */
    static final int MAX_DOCUMENT_CHARACTERS = 10_000;

    /**
     * The greatest length of all kept documents together. A parsed document takes up to 100 bytes for each character,
     * so they take at most 50 MB.
     */
    static final int MAX_CHARACTERS = 500_000;

    private final KeptDocuments documents = new KeptDocuments(MAX_CHARACTERS, System::nanoTime);

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
        String document = input.getQuery();
        PrincipalIdentity identity = document.length() > MAX_DOCUMENT_CHARACTERS
                ? null
                : CallerIdentity.find().orElse(null);
        PreparsedDocumentEntry known = identity == null ? null : documents.find(identity, document);
        if (known != null) {
            return CompletableFuture.completedFuture(known);
        }
        PreparsedDocumentEntry parsed = parseAndValidate.apply(input);
        if (identity != null && !parsed.hasErrors()) {
            documents.keep(identity, document, parsed);
        }
        return CompletableFuture.completedFuture(parsed);
    }
}
