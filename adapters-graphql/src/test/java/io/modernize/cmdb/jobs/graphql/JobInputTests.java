package io.modernize.cmdb.jobs.graphql;

import static io.modernize.cmdb.api.GraphQlCaller.header;
import static io.modernize.cmdb.api.InMemoryTenancy.ADMINISTRATOR;
import static io.modernize.cmdb.api.InMemoryTenancy.DATACENTRE_EXIT;
import static io.modernize.cmdb.api.InMemoryTenancy.ERP;
import static io.modernize.cmdb.api.InMemoryTenancy.ERP_MANAGER;
import static io.modernize.cmdb.api.InMemoryTenancy.HARBOR_CLOUD;
import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.api.GraphQlCaller;
import io.modernize.cmdb.api.GraphQlTestApplication;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.graphql.ResponseError;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.http.HttpHeaders;

/** The field {@code engagementId} of an input narrows the scope, as the argument and the header of that name do. */
@SpringBootTest(classes = GraphQlTestApplication.class)
class JobInputTests {
    private static final String EMBED =
            "mutation ($input: StartEmbeddingInput!) { result: startEmbedding(input: $input) {"
                    + " job { id engagement { id } } errors { code field } } }";

    @Autowired
    private GraphQlCaller caller;

    @Test
    void narrowsTheScope() {
        assertThat(engagement(embed(ADMINISTRATOR, new HttpHeaders(), ERP.id())))
                .isEqualTo(text(ERP.id()));
        assertThat(engagement(embed(ERP_MANAGER, new HttpHeaders(), ERP.id()))).isEqualTo(text(ERP.id()));
        assertThat(engagement(embed(ADMINISTRATOR, header("X-Engagement-Id", ERP.id()), ERP.id())))
                .isEqualTo(text(ERP.id()));
        assertThat(engagement(embed(ADMINISTRATOR, header("X-Engagement-Id", ERP.id()), null)))
                .isEqualTo(text(ERP.id()));
        assertThat(engagement(caller.call(
                        ADMINISTRATOR,
                        "mutation { result: startEmbedding(input: {engagementId: \"" + ERP.id()
                                + "\"}) { job { engagement { id } } } }")))
                .isEqualTo(text(ERP.id()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "(input: {})", "(input: {engagementId: null})"})
    void isAboutTheWholeClientAccountWithoutOne(String arguments) {
        assertThat(engagement(caller.call(
                        ADMINISTRATOR,
                        "mutation { result: startEmbedding" + arguments + " { job { engagement { id } } } }")))
                .isNull();
    }

    @Test
    void takesAnInputThatIsNullForNone() {
        GraphQlTester.Response response = caller.call(
                ADMINISTRATOR,
                new HttpHeaders(),
                EMBED.replace("StartEmbeddingInput!", "StartEmbeddingInput"),
                Collections.singletonMap("input", null));

        assertThat(engagement(response)).isNull();
    }

    @Test
    void answersForeignAndAbsentEngagementsAlike() {
        for (UUID id : List.of(HARBOR_CLOUD.id().value(), UUID.randomUUID())) {
            assertThat(refusal(ADMINISTRATOR, new HttpHeaders(), id).getExtensions())
                    .containsEntry("code", "ENGAGEMENT_UNKNOWN");
        }
        assertThat(refusal(ERP_MANAGER, new HttpHeaders(), DATACENTRE_EXIT.id()).getExtensions())
                .containsEntry("code", "ENGAGEMENT_UNKNOWN");
    }

    @Test
    void refusesWhatIsNoIdOrContradictsTheHeader() {
        assertThat(refusal(ADMINISTRATOR, new HttpHeaders(), "1-1-1-1-1").getExtensions())
                .containsEntry("code", "BAD_INPUT")
                .containsEntry("field", "engagementId");
        assertThat(refusal(ADMINISTRATOR, header("X-Engagement-Id", DATACENTRE_EXIT.id()), ERP.id())
                        .getExtensions())
                .containsEntry("code", "BAD_INPUT")
                .containsEntry("field", "engagementId");
    }

    @Test
    void namesTheJobThatDoesTheSameWork() {
        String id = embed(ADMINISTRATOR, new HttpHeaders(), DATACENTRE_EXIT.id())
                .path("result.job.id")
                .entity(String.class)
                .get();

        GraphQlTester.Response again = embed(ADMINISTRATOR, new HttpHeaders(), DATACENTRE_EXIT.id());

        again.path("result.job.id").entity(String.class).isEqualTo(id);
        again.path("result.errors").matchesJsonStrictly("[ { \"code\": \"JOB_UNDER_WAY\", \"field\": null } ]");
    }

    private GraphQlTester.Response embed(PrincipalIdentity identity, HttpHeaders headers, @Nullable Object engagement) {
        return caller.call(identity, headers, EMBED, Map.of("input", input(engagement)));
    }

    private ResponseError refusal(PrincipalIdentity identity, HttpHeaders headers, Object engagement) {
        return caller.refusal(identity, headers, EMBED, Map.of("input", input(engagement)));
    }

    private static Map<String, @Nullable Object> input(@Nullable Object engagement) {
        Map<String, @Nullable Object> input = new HashMap<>();
        input.put("engagementId", engagement == null ? null : text(engagement));
        return input;
    }

    private static String text(Object id) {
        return id.toString();
    }

    private static @Nullable Object engagement(GraphQlTester.Response response) {
        Map<?, ?> job = response.path("result.job").entity(Map.class).get();
        return job.get("engagement") instanceof Map<?, ?> engagement ? engagement.get("id") : null;
    }
}
