package io.modernize.cmdb.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.Cast;
import io.modernize.cmdb.ServiceTest;
import io.modernize.cmdb.ServiceUnderTest;
import io.modernize.cmdb.ServiceUnderTest.Answer;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.similarity.duplicates.application.DuplicateJobs;
import io.modernize.cmdb.similarity.duplicates.application.DuplicateJobs.DuplicatesOutcome;
import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.Role;
import io.modernize.cmdb.tenancy.Slug;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * Duplicates over HTTP as two clients whose machines have the same names, serial numbers and addresses: across client
 * accounts and engagements all of them are duplicates of each other, and none may be proposed so.
 */
@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DuplicateIsolationIT {
    private static final String GROUPS = """
        query ($engagementId: ID, $includeDismissed: Boolean) {
          duplicateGroups(first: 100, engagementId: $engagementId, includeDismissed: $includeDismissed) {
            pageInfo { hasNextPage } nodes { id dismissed engagement { id } members { id owner } reasons { text } } } }
        """;
    private static final String REVIEWED = " group { id dismissed } errors { code message field remedy } } }";
    private static final String DISMISS =
            "mutation ($id: ID!) { result: dismissDuplicateGroup(input: {groupId: $id}) {" + REVIEWED;
    private static final String RESTORE =
            "mutation ($id: ID!) { result: restoreDuplicateGroup(input: {groupId: $id}) {" + REVIEWED;
    private static final Cast CAST = Cast.DUPLICATES;

    @Autowired
    private ServiceUnderTest service;

    private final Map<String, Client> clients = new HashMap<>();

    /** @param machines of each engagement, all recorded twice */
    private record Client(
            ClientAccount account, Engagement alpha, Engagement beta, String marker, String token, int[] machines) {
        int groups() {
            return machines[0] + machines[1];
        }
    }

    @Autowired
    private ClientAccountRegistry registry;

    @Autowired
    private AssetCatalog catalog;

    @Autowired
    private DuplicateJobs jobs;

    @BeforeAll
    void loadBothEstates() {
        clients.put("northwind", load("northwind", 3, 2));
        clients.put("harbor", load("harbor", 4, 1));
        Client northwind = client("northwind");
        Client harbor = client("harbor");
        new IsolationMembers(registry, CAST)
                .grant(northwind.account(), harbor.account(), northwind.alpha(), Role.ANALYST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"northwind", "harbor"})
    void showsOwnGroupsOnly(String slug) {
        Client client = client(slug);

        Answer all = groups(client.token(), Map.of(), Map.of());

        assertThat(found(all)).hasSize(client.groups());
        assertThat(all.json().findValuesAsString("owner")).containsOnly(client.marker());
        assertThat(all.body()).doesNotContain(secrets(other(client)));
        assertThat(found(groups(
                        client.token(),
                        Map.of("engagementId", client.alpha().id().toString()),
                        Map.of())))
                .hasSize(client.machines()[0])
                .allSatisfy(group -> {
                    assertThat(group.at("/engagement/id").asString())
                            .isEqualTo(client.alpha().id().toString());
                    assertThat(group.path("members").size()).isEqualTo(2);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {DISMISS, RESTORE})
    void answersForeignAndAbsentGroupsAlike(String mutation) {
        String consultant = CAST.signIn(service, "consultant");
        String absent = UUID.randomUUID().toString();
        for (Client client : clients.values()) {
            Map<String, String> choice =
                    Map.of("X-Client-Account-Id", client.account().id().toString());
            Map<String, String> alphaOnly = new LinkedHashMap<>(choice);
            alphaOnly.put("X-Engagement-Id", client.alpha().id().toString());

            for (String foreign : ids(other(client), other(client).alpha())) {
                isUnknown(consultant, choice, mutation, foreign, absent);
            }
            for (String ofBeta : ids(client, client.beta())) {
                isUnknown(consultant, alphaOnly, mutation, ofBeta, absent);
            }
        }
        assertNothingIsDismissed();
    }

    @Test
    void keepsAMembershipOfOneEngagementInsideIt() {
        Client northwind = client("northwind");
        String token = CAST.signIn(service, "one-engagement-agent");

        Answer visible = groups(token, Map.of(), Map.of());

        assertThat(found(visible)).hasSize(northwind.machines()[0]);
        assertThat(visible.body()).doesNotContain(northwind.beta().id().toString());
        String absent = UUID.randomUUID().toString();
        for (String hidden : ids(northwind, northwind.beta())) {
            isUnknown(token, Map.of(), DISMISS, hidden, absent);
        }
        assertNothingIsDismissed();
    }

    @Test
    void dismissesForTheOwnClientAccountOnly() {
        Client northwind = client("northwind");
        String consultant = CAST.signIn(service, "consultant");
        Map<String, String> choice =
                Map.of("X-Client-Account-Id", northwind.account().id().toString());
        String group = ids(northwind, northwind.alpha()).getFirst();

        Answer dismissed = call(consultant, choice, DISMISS, Map.of("id", group));

        assertThat(dismissed.json().at("/data/result/group/dismissed").asBoolean())
                .as(dismissed.body())
                .isTrue();
        assertThat(found(groups(northwind.token(), Map.of(), Map.of()))).hasSize(northwind.groups() - 1);
        assertThat(found(groups(northwind.token(), Map.of("includeDismissed", true), Map.of())))
                .hasSize(northwind.groups());
        Client harbor = client("harbor");
        assertThat(found(groups(harbor.token(), Map.of(), Map.of()))).hasSize(harbor.groups());

        find(northwind.alpha());
        assertThat(found(groups(northwind.token(), Map.of(), Map.of())))
                .as("also after another search")
                .hasSize(northwind.groups() - 1);

        call(consultant, choice, RESTORE, Map.of("id", group));
        assertNothingIsDismissed();
    }

    @Test
    void refusesWhoMayNot() {
        Client northwind = client("northwind");
        String group = ids(northwind, northwind.alpha()).getFirst();
        String viewer = CAST.signIn(service, "viewer");
        String stranger = CAST.signIn(service, "stranger");

        for (String mutation : List.of(DISMISS, RESTORE)) {
            assertThat(code(call(northwind.token(), Map.of(), mutation, Map.of("id", group))))
                    .isEqualTo("NOT_PERMITTED");
            assertThat(code(call(viewer, Map.of(), mutation, Map.of("id", group))))
                    .isEqualTo("NOT_PERMITTED");
            assertThat(code(call(stranger, Map.of(), mutation, Map.of("id", group))))
                    .isEqualTo("NOT_A_MEMBER");
            assertThat(service.graphQl(Map.of(), mutation, Map.of("id", group)).status())
                    .isEqualTo(401);
        }
        assertThat(code(groups(viewer, Map.of(), Map.of()))).isEqualTo("NOT_PERMITTED");
        assertThat(code(groups(stranger, Map.of(), Map.of()))).isEqualTo("NOT_A_MEMBER");
        assertNothingIsDismissed();
    }

    private void isUnknown(String token, Map<String, String> headers, String mutation, String foreign, String absent) {
        Answer toAbsent = call(token, headers, mutation, Map.of("id", absent));
        Answer toForeign = call(token, headers, mutation, Map.of("id", foreign));

        assertThat(toAbsent.json().at("/data/result/errors/0/code").asString()).isEqualTo("GROUP_UNKNOWN");
        assertThat(toForeign.replacing(foreign, absent)).isEqualTo(toAbsent);
    }

    private void assertNothingIsDismissed() {
        for (Client client : clients.values()) {
            assertThat(found(groups(client.token(), Map.of(), Map.of()))).hasSize(client.groups());
        }
    }

    private List<String> ids(Client client, Engagement engagement) {
        return found(groups(
                        client.token(), Map.of("engagementId", engagement.id().toString()), Map.of()))
                .stream()
                .map(group -> group.path("id").asString())
                .toList();
    }

    private static List<JsonNode> found(Answer answer) {
        assertThat(answer.json().path("errors").isMissingNode())
                .as(answer.body())
                .isTrue();
        return answer.json().at("/data/duplicateGroups/nodes").valueStream().toList();
    }

    private static String code(Answer answer) {
        return answer.json().at("/errors/0/extensions/code").asString();
    }

    private List<String> secrets(Client client) {
        List<String> secrets = new ArrayList<>(List.of(
                client.account().id().toString(),
                client.alpha().id().toString(),
                client.beta().id().toString(),
                client.marker()));
        Stream.of(client.alpha(), client.beta())
                .flatMap(engagement -> catalog
                        .page(
                                TenantScope.forJob(engagement.clientAccountId(), engagement.id()),
                                engagement.id(),
                                null,
                                100)
                        .stream())
                .forEach(asset -> secrets.add(asset.id().toString()));
        return secrets;
    }

    private Answer groups(String token, Map<String, ?> variables, Map<String, String> headers) {
        return call(token, headers, GROUPS, variables);
    }

    private Answer call(String token, Map<String, String> headers, String document, Map<String, ?> variables) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Authorization", "Bearer " + token);
        return service.graphQl(all, document, variables);
    }

    private Client client(String slug) {
        Client client = clients.get(slug);
        assertThat(client).isNotNull();
        return client;
    }

    private Client other(Client client) {
        return client(client.account().slug().value().startsWith("harbor") ? "northwind" : "harbor");
    }

    private Client load(String slug, int... machines) {
        String marker = IsolationEstate.marker(slug);
        ClientAccount account = registry.ensureClientAccount(CAST.slug(slug), marker);
        Engagement alpha = registry.ensureEngagement(account.id(), new Slug("alpha"), marker + " Alpha");
        Engagement beta = registry.ensureEngagement(account.id(), new Slug("beta"), marker + " Beta");
        save(alpha, marker, machines[0]);
        save(beta, marker, machines[1]);
        return new Client(account, alpha, beta, marker, CAST.signIn(service, slug + "-agent"), machines);
    }

    private void save(Engagement engagement, String marker, int machines) {
        List<AssetDraft> drafts = new ArrayList<>();
        for (int i = 0; i < machines; i++) {
            for (String source : List.of("servicenow", "azure")) {
                drafts.add(new AssetDraft(
                        new AssetKey(source, "key-" + i),
                        AssetAttributes.named("web0" + i + ".corp.example")
                                .owner(marker)
                                .serialNumber("SERIAL-000" + i)
                                .addresses(List.of("192.0.2." + (i + 1)))
                                .build()));
            }
        }
        catalog.save(TenantScope.forJob(engagement.clientAccountId(), engagement.id()), engagement.id(), drafts);
        assertThat(find(engagement)).isEqualTo(new DuplicatesOutcome(new JobEnd.Completed(), 2L * machines, machines));
    }

    private DuplicateJobs.DuplicatesOutcome find(Engagement engagement) {
        return jobs.run(
                TenantScope.forJob(engagement.clientAccountId(), engagement.id()), engagement.id(), JobProgress.SILENT);
    }
}
