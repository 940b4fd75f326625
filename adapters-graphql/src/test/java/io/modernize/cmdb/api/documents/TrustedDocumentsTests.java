package io.modernize.cmdb.api.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.modernize.cmdb.api.GraphQlCaller;
import io.modernize.cmdb.api.GraphQlTestApplication;
import io.modernize.cmdb.api.InMemoryTenancy;
import jakarta.servlet.Filter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** Where trusted documents are required, nothing else runs. */
@SpringBootTest(
        classes = GraphQlTestApplication.class,
        properties = {
            "cmdb.api.trusted-documents.mode=required",
            "cmdb.api.trusted-documents.manifest=classpath:trusted-documents.json"
        })
class TrustedDocumentsTests {
    private static final String ROLE = "query Role { me { role } }";

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private GraphQlSource source;

    private MockMvcTester http;

    @BeforeEach
    void signIn() {
        http = MockMvcTester.from(
                context,
                builder -> builder.addFilters(
                                context.getBean("postOnlyFilter", Filter.class),
                                context.getBean("requestBodyLimitFilter", Filter.class),
                                context.getBean("graphQlBodyFilter", Filter.class))
                        .build());
        SecurityContextHolder.setContext(GraphQlCaller.signedIn(InMemoryTenancy.ANALYST));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void runsADocumentByItsId() {
        assertThat(post("{\"documentId\":\"sha256:role\"}")).bodyText().contains("\"role\":\"ANALYST\"");
        assertThat(post("{\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"role\"}}}"))
                .bodyText()
                .contains("\"role\":\"ANALYST\"");
        assertThat(post("{\"query\":\"" + ROLE + "\",\"extensions\":{\"persistedQuery\":{\"sha256Hash\":\"role\"}}}"))
                .as("as it is")
                .bodyText()
                .contains("\"role\":\"ANALYST\"");
    }

    @Test
    void refusesWhatTheManifestLacks() {
        assertThat(post("{\"documentId\":\"sha256:other\"}")).bodyText().contains("\"code\":\"DOCUMENT_UNKNOWN\"");
        assertThat(post("{\"query\":\"" + ROLE + "\"}")).bodyText().contains("\"code\":\"DOCUMENT_NOT_TRUSTED\"");
        assertThat(post("{\"query\":\"{ __typename }\",\"documentId\":\"role\"}"))
                .bodyText()
                .contains("\"code\":\"DOCUMENT_NOT_TRUSTED\"");
        assertThat(post("{\"query\":\"{ __typename }\",\"extensions\":{\"persistedQuery\":{\"sha256Hash\":\"role\"}}}"))
                .bodyText()
                .contains("\"code\":\"DOCUMENT_NOT_TRUSTED\"");
        assertThat(post("{\"extensions\":{\"persistedQuery\":{\"sha256Hash\":7}}}"))
                .bodyText()
                .contains("\"code\":\"DOCUMENT_NOT_TRUSTED\"");
    }

    @Test
    void registersNothingByARequest() {
        post("{\"query\":\"{ __typename }\",\"extensions\":{\"persistedQuery\":{\"sha256Hash\":\"new\"}}}");

        assertThat(post("{\"documentId\":\"new\"}")).bodyText().contains("\"code\":\"DOCUMENT_UNKNOWN\"");
    }

    @Test
    void readsWhatApolloWrites() {
        TrustedDocuments documents = read("""
            {"format":"apollo-persisted-query-manifest","version":1,
             "operations":[{"id":"role","name":"Role","type":"query","body":"query Role { me { role } }"}]}
            """);

        assertThat(documents.find("role")).contains(ROLE);
        assertThat(documents.find("")).isEmpty();
    }

    @Test
    void isNotFooledByAnIdOfAnotherDocument() {
        assertThatIllegalStateException()
                .isThrownBy(() -> read("{\"" + "0".repeat(64) + "\":\"" + ROLE + "\"}"))
                .withMessageContaining("SHA-256");
    }

    @Test
    void findsDocumentsThatDoNotFitTheSchema() {
        assertThatIllegalStateException()
                .isThrownBy(() -> read("{\"old\":\"{ me { shoeSize } }\"}"))
                .withMessageContaining("old")
                .withMessageContaining("shoeSize");
    }

    private TrustedDocuments read(String manifest) {
        Resource resource = new ByteArrayResource(manifest.getBytes(StandardCharsets.UTF_8));
        return TrustedDocuments.read(resource, source.schema());
    }

    private MvcTestResult post(String body) {
        return http.post()
                .uri("/graphql")
                .with(request -> {
                    request.setServletPath("/graphql");
                    return request;
                })
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
