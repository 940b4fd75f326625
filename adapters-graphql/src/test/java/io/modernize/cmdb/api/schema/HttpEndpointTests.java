package io.modernize.cmdb.api.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.api.GraphQlCaller;
import io.modernize.cmdb.api.GraphQlTestApplication;
import io.modernize.cmdb.api.InMemoryTenancy;
import jakarta.servlet.Filter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

@SpringBootTest(
        classes = GraphQlTestApplication.class,
        properties = {
            "cmdb.graphiql.enabled=true",
            "cmdb.graphiql.client-id=graphiql",
            "spring.threads.virtual.enabled=true"
        })
class HttpEndpointTests {
    private static final int MAX_BODY_BYTES = 262_144;

    @Autowired
    private WebApplicationContext context;

    private MockMvcTester http;

    @BeforeEach
    void setUp() {
        http = MockMvcTester.from(
                context,
                builder -> builder.addFilters(
                                context.getBean("postOnlyFilter", Filter.class),
                                context.getBean("requestBodyLimitFilter", Filter.class),
                                context.getBean("graphQlBodyFilter", Filter.class))
                        .build());
    }

    @Test
    void acceptsABodyOfTheGreatestSize() {
        String document = "{\"query\":\"{ __typename }\"}";
        String padded = document + " ".repeat(MAX_BODY_BYTES - document.length());

        assertThat(post(padded)).hasStatusOk().bodyText().contains("Query");
    }

    @Test
    void refusesABodyOneByteLarger() {
        assertThat(post("x".repeat(MAX_BODY_BYTES + 1)))
                .hasStatus(413)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyText()
                .contains("\"code\":\"REQUEST_TOO_LARGE\"", "\"limit\":\"request-bytes\"", "262144", "262145");
    }

    @Test
    void refusesSeveralOperationsInOneBody() {
        assertThat(post(" [{\"query\":\"{ __typename }\"},{\"query\":\"{ __typename }\"}]"))
                .hasStatus(400)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyText()
                .contains("\"code\":\"BATCH_TOO_LARGE\"", "\"value\":2", "\"maximum\":1");
    }

    /** Put aside, it would go through all filters a second time. */
    @Test
    void answersASearchOnTheThreadOfItsRequest() {
        String search = "{\"query\":\"{ findSimilarAssets(queryText: \\\"x\\\") { hits { engagement { slug } } } }\"}";
        SecurityContextHolder.setContext(GraphQlCaller.signedIn(InMemoryTenancy.ANALYST));
        try {
            MvcTestResult answer = post(search);

            assertThat(answer).hasStatusOk().bodyText().contains("\"slug\"");
            assertThat(answer.getRequest().isAsyncStarted()).isFalse();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    @Test
    void servesGraphiqlFromItsOwnOriginOnly() {
        MvcTestResult page = http.get().uri("/graphiql").exchange();

        assertThat(page)
                .hasStatusOk()
                .hasHeader("Content-Security-Policy", GraphiqlPage.CONTENT_SECURITY_POLICY)
                .bodyText()
                .contains("graphiql/graphiql.js")
                .doesNotContain("http:", "https:", "//");
        assertThat(http.get().uri("/graphiql/settings.json").exchange())
                .bodyText()
                .contains("\"clientId\":\"graphiql\"", "\"graphqlPath\":\"/graphql\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"react.js", "react-dom.js", "graphiql.js", "graphiql.css", "page.js", "page.css", "sign-in.js"})
    void servesEveryFileOfThePage(String file) {
        assertThat(http.get().uri("/graphiql/" + file).exchange())
                .hasStatusOk()
                .hasHeader("X-Content-Type-Options", "nosniff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/graphiql/", "/graphiql/index.html", "/graphiql/../application.yaml", "/graphiql-page/page.js"})
    void servesNothingElse(String path) {
        assertThat(http.get().uri(path).exchange()).hasStatus(404);
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
