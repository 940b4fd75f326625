package io.modernize.cmdb.api.documents;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.GraphqlErrorBuilder;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.parser.Parser;
import io.modernize.cmdb.api.GraphQlCaller;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.context.SecurityContextHolder;

class RecentDocumentsTests {
    private static final String DOCUMENT = "{ me { role } }";
    private static final PrincipalIdentity SOMEBODY = new PrincipalIdentity(UUID.randomUUID(), UUID.randomUUID());
    private static final PrincipalIdentity COLLEAGUE =
            new PrincipalIdentity(SOMEBODY.directoryTenantId(), UUID.randomUUID());

    private final RecentDocuments documents = new RecentDocuments();
    private int parsed;

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void parsesADocumentOnceForEachIdentity() {
        PreparsedDocumentEntry first = ask(SOMEBODY, DOCUMENT);

        assertThat(ask(SOMEBODY, DOCUMENT)).isSameAs(first);
        assertThat(parsed).isEqualTo(1);
        assertThat(ask(COLLEAGUE, DOCUMENT)).isNotSameAs(first);
        assertThat(parsed).isEqualTo(2);
        ask(SOMEBODY, DOCUMENT + " ");
        assertThat(parsed).isEqualTo(3);
    }

    @Test
    void remembersNothingOfNobody() {
        ask(null, DOCUMENT);
        ask(null, DOCUMENT);

        assertThat(parsed).isEqualTo(2);
    }

    @Test
    void remembersNoFaultyDocument() {
        for (int i = 1; i <= 2; i++) {
            assertThat(ask(SOMEBODY, "{ me {").hasErrors()).isTrue();
            assertThat(parsed).isEqualTo(i);
        }
    }

    @Test
    void remembersNoLongDocument() {
        String longest = DOCUMENT + " ".repeat(RecentDocuments.MAX_DOCUMENT_CHARACTERS - DOCUMENT.length());
        ask(SOMEBODY, longest);
        ask(SOMEBODY, longest);
        assertThat(parsed).isEqualTo(1);

        ask(SOMEBODY, longest + " ");
        ask(SOMEBODY, longest + " ");
        assertThat(parsed).isEqualTo(3);
    }

    @Test
    void remembersNoMoreThanItsBound() {
        int length = 5_000;
        List<String> many = IntStream.range(0, 2 * RecentDocuments.MAX_CHARACTERS / length)
                .mapToObj(i -> DOCUMENT + "#%010d".formatted(i) + " ".repeat(length - DOCUMENT.length() - 11))
                .toList();

        many.forEach(document -> ask(SOMEBODY, document));
        parsed = 0;
        many.reversed().forEach(document -> ask(SOMEBODY, document));

        assertThat(parsed).isGreaterThanOrEqualTo(many.size() / 2);
    }

    /** However many identities a directory has. */
    @Test
    void keepsTheDocumentsOfADirectoryWhateverAnotherOneSends() {
        ask(SOMEBODY, DOCUMENT);
        UUID other = UUID.randomUUID();
        for (int i = 0; i < 3 * RecentDocuments.MAX_CHARACTERS / KeptDocuments.LEAST_CHARACTERS; i++) {
            ask(new PrincipalIdentity(other, UUID.randomUUID()), DOCUMENT + "#" + i);
        }
        parsed = 0;

        ask(SOMEBODY, DOCUMENT);

        assertThat(parsed).isZero();
    }

    private PreparsedDocumentEntry ask(@Nullable PrincipalIdentity identity, String document) {
        SecurityContextHolder.clearContext();
        if (identity != null) {
            SecurityContextHolder.setContext(GraphQlCaller.signedIn(identity));
        }
        return documents
                .getDocumentAsync(ExecutionInput.newExecutionInput(document).build(), this::parse)
                .join();
    }

    private PreparsedDocumentEntry parse(ExecutionInput input) {
        parsed++;
        return input.getQuery().contains("}")
                ? new PreparsedDocumentEntry(Parser.parse(input.getQuery()))
                : new PreparsedDocumentEntry(
                        GraphqlErrorBuilder.newError().message("faulty").build());
    }
}
