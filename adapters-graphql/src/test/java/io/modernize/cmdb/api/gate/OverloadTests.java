package io.modernize.cmdb.api.gate;

import static io.modernize.cmdb.api.InMemoryTenancy.ANALYST;
import static io.modernize.cmdb.api.InMemoryTenancy.ERP;
import static io.modernize.cmdb.api.InMemoryTenancy.HARBOR_ADMINISTRATOR;
import static io.modernize.cmdb.api.InMemoryTenancy.NORTHWIND;
import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.api.GraphQlCaller;
import io.modernize.cmdb.api.GraphQlTestApplication;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.shares.application.FairShares;
import io.modernize.cmdb.tenancy.shares.application.OverloadedException;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.WebApplicationContext;

@SpringBootTest(
        classes = GraphQlTestApplication.class,
        properties = {
            "cmdb.api.limits.requests=4",
            "cmdb.api.limits.requests-per-client-account=1",
            "cmdb.api.limits.waiting-requests-per-client-account=0",
            "spring.threads.virtual.enabled=true"
        })
@Import(OverloadTests.Busy.class)
class OverloadTests {
    private static final String SEARCH = "{ findSimilarAssets(queryText: \\\"x\\\") { candidates } }";

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private ExecutionPlaces places;

    private final List<Integer> takenWhileWritten = new ArrayList<>();
    private MockMvcTester http;

    @BeforeEach
    void setUp() {
        Filter writing = (request, response, chain) ->
                chain.doFilter(request, new HttpServletResponseWrapper((HttpServletResponse) response) {
                    @Override
                    public ServletOutputStream getOutputStream() throws IOException {
                        takenWhileWritten.add(places.taken());
                        return super.getOutputStream();
                    }
                });
        http = MockMvcTester.from(
                context,
                builder -> builder.addFilters(
                                context.getBean("apiGateFilter", Filter.class),
                                writing,
                                context.getBean("requestBodyLimitFilter", Filter.class),
                                context.getBean("graphQlBodyFilter", Filter.class))
                        .build());
    }

    @Test
    void refusesAClientAccountThatHasItsPlacesAndNoOther() {
        try (FairShares.Place busy = places.take(NORTHWIND.id(), 100, Optional.empty())) {
            assertThat(busy).isNotNull();
            MvcTestResult refused = post(ANALYST, SEARCH);

            assertThat(refused).hasStatus(503).bodyText().contains("\"code\":\"OVERLOADED\"", "retryAfterSeconds");
            assertThat(refused).hasHeader(HttpHeaders.RETRY_AFTER, "1");
            assertThat(post(HARBOR_ADMINISTRATOR, SEARCH)).hasStatusOk();
        }
        assertThat(post(ANALYST, SEARCH)).hasStatusOk().bodyText().doesNotContain("OVERLOADED");
    }

    @Test
    void saysOkWhereAPartIsAnswered() {
        try (FairShares.Place busy = places.take(NORTHWIND.id(), 100, Optional.empty())) {
            assertThat(busy).isNotNull();

            assertThat(post(ANALYST, "{ __typename asset(id: \\\"x\\\") { name } }"))
                    .hasStatusOk()
                    .bodyText()
                    .contains("OVERLOADED", "Query");
        }
    }

    @Test
    void givesThePlaceBackBeforeTheAnswerIsWritten() {
        assertThat(post(ANALYST, SEARCH)).hasStatusOk();

        assertThat(takenWhileWritten).isNotEmpty().containsOnly(0);
        assertThat(places.taken()).isZero();
    }

    /** How long a file takes is up to its sender. */
    @Test
    void needsNoPlaceForAnUpload() {
        try (FairShares.Place busy = places.take(NORTHWIND.id(), 100, Optional.empty())) {
            assertThat(busy).isNotNull();

            assertThat(as(
                            ANALYST,
                            () -> http.post()
                                    .uri("/imports/uploads?fileName=a.csv&engagementId=" + ERP.id())
                                    .contentType("text/csv")
                                    .content("name")
                                    .exchange()))
                    .hasStatus(201);
        }
    }

    @Test
    void saysTheSameToRequestsThatAreNoGraphQl() {
        MvcTestResult refused = as(ANALYST, () -> http.get().uri("/busy").exchange());

        assertThat(refused)
                .hasStatus(503)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .hasHeader(HttpHeaders.RETRY_AFTER, "7");
        assertThat(refused).bodyText().contains("\"code\":\"OVERLOADED\"", "\"retryAfterSeconds\":7", "remedy");
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Busy {
        @Bean
        BusyController busyController() {
            return new BusyController();
        }
    }

    @RestController
    static final class BusyController {
        @GetMapping("/busy")
        String refuse() {
            throw new OverloadedException("for a test", Duration.ofMillis(6_001));
        }
    }

    private static MvcTestResult as(PrincipalIdentity identity, Supplier<MvcTestResult> request) {
        SecurityContextHolder.setContext(GraphQlCaller.signedIn(identity));
        try {
            return request.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private MvcTestResult post(PrincipalIdentity identity, String document) {
        return as(
                identity,
                () -> http.post()
                        .uri("/graphql")
                        .with(request -> {
                            request.setServletPath("/graphql");
                            return request;
                        })
                        .contentType(MediaType.APPLICATION_JSON)
                        .accept(MediaType.APPLICATION_JSON)
                        .content("{\"query\":\"" + document + "\"}")
                        .exchange());
    }
}
