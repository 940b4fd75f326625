package io.modernize.cmdb.administration.members.graphql;

import static io.modernize.cmdb.api.GraphQlCaller.header;
import static io.modernize.cmdb.api.InMemoryTenancy.ADMINISTRATOR;
import static io.modernize.cmdb.api.InMemoryTenancy.ANALYST;
import static io.modernize.cmdb.api.InMemoryTenancy.CONSULTANT_OF_BOTH;
import static io.modernize.cmdb.api.InMemoryTenancy.ERP;
import static io.modernize.cmdb.api.InMemoryTenancy.ERP_MANAGER;
import static io.modernize.cmdb.api.InMemoryTenancy.HARBOR_ADMINISTRATOR;
import static io.modernize.cmdb.api.InMemoryTenancy.HARBOR_CLOUD;
import static io.modernize.cmdb.api.InMemoryTenancy.STRANGER;
import static io.modernize.cmdb.api.InMemoryTenancy.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.api.GraphQlCaller;
import io.modernize.cmdb.api.GraphQlTestApplication;
import io.modernize.cmdb.api.InMemoryTenancy;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.http.HttpHeaders;

@SpringBootTest(classes = GraphQlTestApplication.class)
class AdministrationTests {
    private static final String MEMBERSHIP =
            " id directoryTenantId objectId label role allEngagements engagements { id } grantedAt changedAt ";
    private static final String ERRORS = " errors { code message field remedy } ";
    private static final String MEMBERSHIPS =
            "query ($first: Int, $after: String) { memberships(first: $first, after: $after)"
                    + " { pageInfo { endCursor hasNextPage } nodes {"
                    + MEMBERSHIP + "} } }";
    private static final String GRANT = """
        mutation ($directory: ID!, $object: ID!, $role: Role!, $engagements: [ID!], $label: String) {
          result: grantMembership(input: {directoryTenantId: $directory, objectId: $object, role: $role,
              engagementIds: $engagements, label: $label}) { membership { %s } %s } }
        """.formatted(MEMBERSHIP, ERRORS);
    private static final String CHANGE = """
        mutation ($id: ID!, $role: Role!, $engagements: [ID!]) {
          result: changeMembership(input: {id: $id, role: $role, engagementIds: $engagements}) {
            before { role } membership { %s } %s } }
        """.formatted(MEMBERSHIP, ERRORS);
    private static final String REVOKE = """
        mutation ($id: ID!) { result: revokeMembership(input: {id: $id}) { membership { id } %s } }
        """.formatted(ERRORS);
    private static final String CREATE = """
        mutation ($slug: String!, $name: String!) { result: createEngagement(input: {slug: $slug, name: $name}) {
            engagement { id slug name } %s } }
        """.formatted(ERRORS);
    private static final String RENAME = """
        mutation ($id: ID!, $name: String!) { result: renameEngagement(input: {id: $id, name: $name}) {
            before { name } engagement { name } %s } }
        """.formatted(ERRORS);
    private static final String RENAME_ACCOUNT = """
        mutation ($name: String!) { result: renameClientAccount(input: {name: $name}) {
            before { name } clientAccount { slug name } %s } }
        """.formatted(ERRORS);

    @Autowired
    private GraphQlCaller caller;

    @Autowired
    private InMemoryTenancy tenancy;

    private final PrincipalIdentity newcomer = new PrincipalIdentity(UUID.randomUUID(), UUID.randomUUID());

    @AfterEach
    void takeChangesBack() {
        tenancy.reset();
    }

    @Test
    void listsTheClientAccountsToChooseFrom() {
        String query = "{ clientAccounts { clientAccount { slug } role engagements } }";

        caller.call(CONSULTANT_OF_BOTH, query).path("clientAccounts").matchesJsonStrictly("""
            [ { "clientAccount": { "slug": "northwind" }, "role": "ANALYST", "engagements": 2 },
              { "clientAccount": { "slug": "harbor" }, "role": "ANALYST", "engagements": 1 } ]
            """);
        caller.call(STRANGER, query)
                .path("clientAccounts")
                .entityList(Object.class)
                .hasSize(0);
    }

    @Test
    void listsTheEngagementsOfTheMembership() {
        caller.call(VIEWER, "{ engagements { slug } }")
                .path("engagements[*].slug")
                .entityList(String.class)
                .containsExactly("datacentre-exit", "erp");
        caller.call(ERP_MANAGER, "{ engagements { slug } }")
                .path("engagements[*].slug")
                .entityList(String.class)
                .containsExactly("erp");
    }

    @Test
    void grantsAMembershipWithEffectAtOnce() {
        GraphQlTester.Response granted =
                call(ADMINISTRATOR, GRANT, grant("ANALYST", List.of(ERP.id().toString())));

        granted.path("result.errors").entityList(Object.class).hasSize(0);
        granted.path("result.membership.label").entity(String.class).isEqualTo("Jane Doe");
        granted.path("result.membership.allEngagements").entity(Boolean.class).isEqualTo(false);
        caller.call(newcomer, "{ me { role engagements { slug } } }")
                .path("me")
                .matchesJsonStrictly("{ \"role\": \"ANALYST\", \"engagements\": [ { \"slug\": \"erp\" } ] }");
        error(call(ADMINISTRATOR, GRANT, grant("VIEWER", null)), "ALREADY_A_MEMBER", "objectId");
    }

    @Test
    void changesAndRevokesWithEffectAtOnce() {
        String id = call(ADMINISTRATOR, GRANT, grant("ANALYST", null))
                .path("result.membership.id")
                .entity(String.class)
                .get();

        GraphQlTester.Response changed = call(ADMINISTRATOR, CHANGE, Map.of("id", id, "role", "VIEWER"));
        changed.path("result.before.role").entity(String.class).isEqualTo("ANALYST");
        changed.path("result.membership.role").entity(String.class).isEqualTo("VIEWER");
        caller.call(newcomer, "{ me { role } }")
                .path("me.role")
                .entity(String.class)
                .isEqualTo("VIEWER");

        call(ADMINISTRATOR, REVOKE, Map.of("id", id))
                .path("result.membership.id")
                .entity(String.class)
                .isEqualTo(id);
        assertThat(caller.refusal(newcomer, "{ me { role } }").getExtensions()).containsEntry("code", "NOT_A_MEMBER");
    }

    @Test
    void protectsTheLastAdministrator() {
        String id = idOf(ADMINISTRATOR);

        error(call(ADMINISTRATOR, REVOKE, Map.of("id", id)), "LAST_ADMINISTRATOR", null);
        error(call(ADMINISTRATOR, CHANGE, Map.of("id", id, "role", "ANALYST")), "LAST_ADMINISTRATOR", null);

        error(
                call(
                        ADMINISTRATOR,
                        CHANGE,
                        Map.of(
                                "id",
                                id,
                                "role",
                                "ADMINISTRATOR",
                                "engagements",
                                List.of(ERP.id().toString()))),
                "LAST_ADMINISTRATOR",
                null);
        call(ADMINISTRATOR, GRANT, grant("ADMINISTRATOR", null));
        call(newcomer, REVOKE, Map.of("id", id))
                .path("result")
                .matchesJsonStrictly("{ \"membership\": { \"id\": \"%s\" }, \"errors\": [] }".formatted(id));
    }

    @Test
    void answersForeignAndAbsentThingsAlike() {
        String foreign = call(HARBOR_ADMINISTRATOR, MEMBERSHIPS, Map.of())
                .path("memberships.nodes[0].id")
                .entity(String.class)
                .get();
        for (String id : List.of(foreign, UUID.randomUUID().toString())) {
            error(call(ADMINISTRATOR, REVOKE, Map.of("id", id)), "MEMBERSHIP_UNKNOWN", "id");
            error(call(ADMINISTRATOR, CHANGE, Map.of("id", id, "role", "VIEWER")), "MEMBERSHIP_UNKNOWN", "id");

            assertThat(caller.refusal(ADMINISTRATOR, new HttpHeaders(), MEMBERSHIPS, Map.of("after", id))
                            .getExtensions())
                    .containsEntry("code", "CURSOR_INVALID");
        }
        for (String id : List.of(HARBOR_CLOUD.id().toString(), UUID.randomUUID().toString())) {
            error(call(ADMINISTRATOR, GRANT, grant("VIEWER", List.of(id))), "ENGAGEMENT_UNKNOWN", "engagementIds");

            error(call(ADMINISTRATOR, RENAME, Map.of("id", id, "name", "x")), "ENGAGEMENT_UNKNOWN", "id");
        }
    }

    @Test
    void refusesWhatIsOutOfBounds() {
        Map<String, Object> badId = grant("VIEWER", null);
        badId.put("directory", "1-1-1-1-1");
        error(call(ADMINISTRATOR, GRANT, badId), "BAD_INPUT", "directoryTenantId");
        Map<String, Object> badLabel = grant("VIEWER", null);
        badLabel.put("label", "two\nlines");
        error(call(ADMINISTRATOR, GRANT, badLabel), "BAD_INPUT", "label");
        for (List<String> ids : List.of(List.<String>of(), List.of("x"))) {
            error(call(ADMINISTRATOR, GRANT, grant("VIEWER", ids)), "BAD_INPUT", "engagementIds");
        }
        error(call(ADMINISTRATOR, REVOKE, Map.of("id", "x")), "BAD_INPUT", "id");
        for (String slug : List.of("", "Upper", "-x", "x".repeat(64))) {
            error(call(ADMINISTRATOR, CREATE, Map.of("slug", slug, "name", "x")), "BAD_INPUT", "slug");
        }
        for (String name : List.of("", "  ", "x".repeat(201), "a\nb")) {
            error(call(ADMINISTRATOR, RENAME_ACCOUNT, Map.of("name", name)), "BAD_INPUT", "name");
        }
    }

    @Test
    void pagesMemberships() {
        List<String> all = call(ADMINISTRATOR, MEMBERSHIPS, Map.of())
                .path("memberships.nodes[*].id")
                .entityList(String.class)
                .get();
        assertThat(all).hasSize(6).doesNotHaveDuplicates();

        String cursor = call(ADMINISTRATOR, MEMBERSHIPS, Map.of("first", 2))
                .path("memberships.pageInfo.endCursor")
                .entity(String.class)
                .get();
        GraphQlTester.Response page = call(ADMINISTRATOR, MEMBERSHIPS, Map.of("first", 4, "after", cursor));
        page.path("memberships.nodes[*].id").entityList(String.class).isEqualTo(all.subList(2, 6));
        page.path("memberships.pageInfo.hasNextPage").entity(Boolean.class).isEqualTo(false);
        for (int first : List.of(0, 101)) {
            assertThat(caller.refusal(ADMINISTRATOR, new HttpHeaders(), MEMBERSHIPS, Map.of("first", first))
                            .getExtensions())
                    .containsEntry("field", "first");
        }
    }

    @Test
    void letsOnlyAdministratorsOfAllManage() {
        for (PrincipalIdentity identity : List.of(ANALYST, VIEWER, ERP_MANAGER)) {
            assertThat(caller.refusal(identity, new HttpHeaders(), MEMBERSHIPS, Map.of())
                            .getExtensions())
                    .containsEntry("code", "NOT_PERMITTED")
                    .containsEntry("permission", "users.manage");
            assertThat(caller.refusal(identity, new HttpHeaders(), GRANT, grant("ADMINISTRATOR", null))
                            .getExtensions())
                    .containsEntry("code", "NOT_PERMITTED");
            assertThat(caller.refusal(identity, "{ auditLog { pageInfo { hasNextPage } } }")
                            .getExtensions())
                    .containsEntry("permission", "account.manage");
        }
        for (String document : List.of(MEMBERSHIPS, GRANT, "{ auditLog { pageInfo { hasNextPage } } }")) {
            assertThat(caller.refusal(
                                    ADMINISTRATOR,
                                    header("X-Engagement-Id", ERP.id()),
                                    document,
                                    document.equals(GRANT) ? grant("ADMINISTRATOR", null) : Map.of())
                            .getExtensions())
                    .containsEntry("code", "ALL_ENGAGEMENTS_NEEDED");
        }
    }

    @Test
    void showsANewEngagementToItsCreator() {
        call(ERP_MANAGER, CREATE, Map.of("slug", "cloud-move", "name", "Cloud move"))
                .path("result.engagement.name")
                .entity(String.class)
                .isEqualTo("Cloud move");
        caller.call(ERP_MANAGER, "{ engagements { slug } }")
                .path("engagements[*].slug")
                .entityList(String.class)
                .containsExactly("cloud-move", "erp");
        error(call(ERP_MANAGER, CREATE, Map.of("slug", "datacentre-exit", "name", "Again")), "SLUG_TAKEN", "slug");

        assertThat(caller.refusal(ANALYST, new HttpHeaders(), CREATE, Map.of("slug", "x", "name", "x"))
                        .getExtensions())
                .containsEntry("permission", "engagements.create");
    }

    @Test
    void renamesEngagementsAndTheClientAccount() {
        GraphQlTester.Response engagement =
                call(ERP_MANAGER, RENAME, Map.of("id", ERP.id().toString(), "name", "ERP 2027"));
        engagement.path("result.before.name").entity(String.class).isEqualTo("ERP renewal");
        engagement.path("result.engagement.name").entity(String.class).isEqualTo("ERP 2027");

        call(ADMINISTRATOR, RENAME_ACCOUNT, Map.of("name", "Northwind & Söhne"))
                .path("result")
                .matchesJsonStrictly("""
                    { "errors": [], "before": { "name": "Northwind Traders" },
                      "clientAccount": { "slug": "northwind", "name": "Northwind & Söhne" } }
                    """);
    }

    private GraphQlTester.Response call(PrincipalIdentity identity, String document, Map<String, Object> variables) {
        return caller.call(identity, new HttpHeaders(), document, variables);
    }

    private Map<String, Object> grant(String role, @Nullable List<String> engagements) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("directory", newcomer.directoryTenantId().toString());
        variables.put("object", newcomer.objectId().toString());
        variables.put("role", role);
        variables.put("engagements", engagements);
        variables.put("label", "Jane Doe");
        return variables;
    }

    private String idOf(PrincipalIdentity identity) {
        GraphQlTester.Response response = call(ADMINISTRATOR, MEMBERSHIPS, Map.of("first", 100));
        List<String> ids = response.path("memberships.nodes[*].id")
                .entityList(String.class)
                .get();
        List<String> objects = response.path("memberships.nodes[*].objectId")
                .entityList(String.class)
                .get();
        return ids.get(objects.indexOf(identity.objectId().toString()));
    }

    /** Exactly this one, and nothing that was made or changed. */
    private static void error(GraphQlTester.Response response, String code, @Nullable String field) {
        Map<String, Object> result = response.path("result")
                .entity(new ParameterizedTypeReference<Map<String, Object>>() {})
                .get();
        assertThat(result.remove("errors"))
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.get("code")).isEqualTo(code);
                    assertThat(error.get("field")).isEqualTo(field);
                    assertThat(error.get("message")).asString().isNotBlank();
                    assertThat(error.get("remedy")).asString().isNotBlank();
                });
        assertThat(result)
                .isNotEmpty()
                .allSatisfy((name, value) -> assertThat(value).isNull());
    }
}
