package io.modernize.cmdb.administration.engagements.graphql;

import static io.modernize.cmdb.api.GraphQlCaller.header;
import static io.modernize.cmdb.api.InMemoryTenancy.ANALYST;
import static io.modernize.cmdb.api.InMemoryTenancy.CONSULTANT_OF_BOTH;
import static io.modernize.cmdb.api.InMemoryTenancy.DATACENTRE_EXIT;
import static io.modernize.cmdb.api.InMemoryTenancy.ERP_AGENT;
import static io.modernize.cmdb.api.InMemoryTenancy.HARBOR;
import static io.modernize.cmdb.api.InMemoryTenancy.HARBOR_CLOUD;
import static io.modernize.cmdb.api.InMemoryTenancy.NORTHWIND;
import static io.modernize.cmdb.api.InMemoryTenancy.STRANGER;
import static io.modernize.cmdb.api.InMemoryTenancy.VIEWER;
import static io.modernize.cmdb.tenancy.Permission.DATA_FULL_ACCESS;
import static io.modernize.cmdb.tenancy.Permission.DATA_VECTOR_SEARCH;
import static io.modernize.cmdb.tenancy.Permission.USERS_MANAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.api.GraphQlCaller;
import io.modernize.cmdb.api.GraphQlTestApplication;
import io.modernize.cmdb.api.requests.ScopeHeaders;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.graphql.ResponseError;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.http.HttpHeaders;

@SpringBootTest(classes = GraphQlTestApplication.class)
class MeTests {
    private static final String ME =
            "{ me { clientAccount { id slug name } role permissions engagements { id slug name } } }";

    @Autowired
    private GraphQlCaller caller;

    @Test
    void tellsAViewerWithoutPermissionsWhoTheyAre() {
        GraphQlTester.Response response = caller.call(VIEWER, ME);

        response.path("me.clientAccount.slug").entity(String.class).isEqualTo("northwind");
        response.path("me.role").entity(String.class).isEqualTo("VIEWER");
        response.path("me.permissions").entityList(String.class).hasSize(0);
        response.path("me.engagements[*].slug").entityList(String.class).containsExactly("datacentre-exit", "erp");
    }

    @Test
    void listsOnlyTheEngagementsOfTheMembership() {
        GraphQlTester.Response response = caller.call(ERP_AGENT, ME);

        response.path("me.permissions").entityList(String.class).containsExactly("DATA_VECTOR_SEARCH");
        response.path("me.engagements[*].slug").entityList(String.class).containsExactly("erp");
    }

    @Test
    void showsWhatRoleAndTokenBothAllow() {
        GraphQlTester.Response response = caller.call(
                ANALYST, Set.of(DATA_VECTOR_SEARCH, USERS_MANAGE), "{ me { permissions rolePermissions } }");

        response.path("me.permissions").entityList(String.class).containsExactly("DATA_VECTOR_SEARCH");
        response.path("me.rolePermissions")
                .entityList(String.class)
                .containsExactly("DATA_FULL_ACCESS", "DATA_VECTOR_SEARCH");
    }

    @Test
    void saysWhichOfRoleAndTokenRefuses() {
        String jobs = "{ jobs { nodes { id } } }";

        assertThat(caller.refusal(ANALYST, Set.of(DATA_VECTOR_SEARCH), jobs).getExtensions())
                .containsEntry("code", "NOT_PERMITTED")
                .containsEntry("permission", "data.full_access")
                .containsEntry("lacking", "TOKEN")
                .hasEntrySatisfying(
                        "remedy",
                        remedy -> assertThat(remedy.toString())
                                .contains("app role", "data.full_access")
                                .doesNotContain("administrator"));
        assertThat(caller.refusal(VIEWER, Set.of(DATA_FULL_ACCESS), jobs).getExtensions())
                .containsEntry("lacking", "ROLE")
                .hasEntrySatisfying(
                        "remedy",
                        remedy -> assertThat(remedy.toString())
                                .contains("administrator", "data.full_access")
                                .doesNotContain("app role"));
        assertThat(caller.refusal(VIEWER, Set.of(), jobs).getExtensions()).containsEntry("lacking", "ROLE_AND_TOKEN");
    }

    @Test
    void letsAHeaderChooseAmongMemberships() {
        caller.call(CONSULTANT_OF_BOTH, header(ScopeHeaders.CLIENT_ACCOUNT_ID, HARBOR.id()), ME, Map.of())
                .path("me.clientAccount.slug")
                .entity(String.class)
                .isEqualTo("harbor");
    }

    @Test
    void asksAMemberOfSeveralToChooseAndListsTheirOwn() {
        ResponseError error = caller.refusal(CONSULTANT_OF_BOTH, ME);

        assertThat(error.getExtensions())
                .containsEntry("code", "CLIENT_ACCOUNT_CHOICE_NEEDED")
                .containsEntry("field", ScopeHeaders.CLIENT_ACCOUNT_ID)
                .containsEntry(
                        "choices",
                        List.of(NORTHWIND.id().toString(), HARBOR.id().toString()));
    }

    @Test
    void answersAForeignClientAccountLikeOneThatDoesNotExist() {
        ResponseError foreign =
                caller.refusal(VIEWER, header(ScopeHeaders.CLIENT_ACCOUNT_ID, HARBOR.id()), ME, Map.of());
        ResponseError absent =
                caller.refusal(VIEWER, header(ScopeHeaders.CLIENT_ACCOUNT_ID, UUID.randomUUID()), ME, Map.of());

        assertThat(foreign.getExtensions())
                .containsEntry("code", "NOT_A_MEMBER")
                .containsKey("remedy");
        assertThat(foreign).isEqualTo(absent);
        assertThat(caller.refusal(STRANGER, ME).getExtensions()).containsEntry("code", "NOT_A_MEMBER");
    }

    @Test
    void answersAForeignEngagementLikeOneThatDoesNotExist() {
        ResponseError foreign =
                caller.refusal(VIEWER, header(ScopeHeaders.ENGAGEMENT_ID, HARBOR_CLOUD.id()), ME, Map.of());
        ResponseError absent =
                caller.refusal(VIEWER, header(ScopeHeaders.ENGAGEMENT_ID, UUID.randomUUID()), ME, Map.of());
        ResponseError outsideTheMembership =
                caller.refusal(ERP_AGENT, header(ScopeHeaders.ENGAGEMENT_ID, DATACENTRE_EXIT.id()), ME, Map.of());

        assertThat(foreign.getExtensions()).containsEntry("code", "ENGAGEMENT_UNKNOWN");
        assertThat(foreign).isEqualTo(absent).isEqualTo(outsideTheMembership);
    }

    @ParameterizedTest
    @ValueSource(strings = {"northwind", "1-1-1-1-1", "", "' or 1=1 --"})
    void refusesMalformedHeadersByName(String value) {
        for (String name : List.of(ScopeHeaders.CLIENT_ACCOUNT_ID, ScopeHeaders.ENGAGEMENT_ID)) {
            assertThat(caller.refusal(VIEWER, header(name, value), ME, Map.of()).getExtensions())
                    .containsEntry("code", "BAD_INPUT")
                    .containsEntry("field", name)
                    .containsKey("remedy");
        }
    }

    @Test
    void refusesAHeaderGivenTwice() {
        HttpHeaders headers = header(ScopeHeaders.CLIENT_ACCOUNT_ID, NORTHWIND.id());
        headers.add(ScopeHeaders.CLIENT_ACCOUNT_ID, HARBOR.id().toString());

        assertThat(caller.refusal(CONSULTANT_OF_BOTH, headers, ME, Map.of()).getExtensions())
                .containsEntry("code", "BAD_INPUT")
                .containsEntry("field", ScopeHeaders.CLIENT_ACCOUNT_ID);
    }
}
