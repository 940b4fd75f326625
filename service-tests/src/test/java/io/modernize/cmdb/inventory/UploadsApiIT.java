package io.modernize.cmdb.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.Cast;
import io.modernize.cmdb.ServiceTest;
import io.modernize.cmdb.ServiceUnderTest;
import io.modernize.cmdb.ServiceUnderTest.Answer;
import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.Membership;
import io.modernize.cmdb.tenancy.Role;
import io.modernize.cmdb.tenancy.Slug;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Uploads that are refused, as callers see it. */
@ServiceTest
class UploadsApiIT {
    private static final Cast CAST = Cast.UPLOADS;
    private static final int MOST_FILES = 100;

    @Autowired
    private ServiceUnderTest service;

    @Autowired
    private ClientAccountRegistry registry;

    private Tenant northwind;

    private record Tenant(Engagement engagement, Map<String, String> headers) {}

    @BeforeEach
    void signIn() {
        northwind = tenant("northwind-agent", "0001", "a1");
    }

    private Tenant tenant(String person, String directory, String object) {
        ClientAccount account = registry.ensureClientAccount(CAST.slug(person), person);
        registry.saveMembership(new Membership(
                CAST.identity(directory, object), account.id(), Role.ADMINISTRATOR, new EngagementSelection.All()));
        Engagement engagement = registry.ensureEngagement(
                account.id(), new Slug("e-" + UUID.randomUUID().toString().substring(0, 8)), "exit");
        return new Tenant(engagement, Map.of("Authorization", "Bearer " + CAST.signIn(service, person)));
    }

    private Answer upload(Tenant tenant, String fileName, String content) {
        return service.post(
                "/imports/uploads?engagementId=" + tenant.engagement().id() + "&fileName="
                        + URLEncoder.encode(fileName, StandardCharsets.UTF_8),
                tenant.headers(),
                content);
    }

    private void assertThatItIsRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().path("code").asString()).isEqualTo(code);
        assertThat(answer.json().path("remedy").asString()).isNotEmpty();
    }

    private JsonNode lastEvent(Tenant tenant) {
        return service.graphQl(tenant.headers(), "{ auditLog(first: 1) { nodes { action outcome code } } }", Map.of())
                .json()
                .at("/data/auditLog/nodes/0");
    }

    @Test
    void refusesAnEmptyFile() {
        assertThatItIsRefused(upload(northwind, "servers.csv", ""), 400, "UPLOAD_EMPTY");

        assertThat(lastEvent(northwind).toString()).contains("UPLOAD_FILE", "REFUSED", "UPLOAD_EMPTY");
    }

    @Test
    void refusesNamesThatDoNotShowWhatTheyAre() {
        for (String name : new String[] {"\u200B", "vsc\u202Efdp.csv", "a\u0085b.csv", "a\nb.csv", "\u2066x"}) {
            assertThatItIsRefused(upload(northwind, name, "x"), 400, "BAD_INPUT");
        }
    }

    @Test
    void cutsANameByItsBytes() {
        Answer answer = upload(northwind, "資".repeat(300) + ".csv", "x");

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        String name = answer.json().path("fileName").asString();
        assertThat(name).endsWith("資.csv");
        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(255);
    }

    @Test
    void keepsNoMoreFilesOfAClientAccountThanItsQuota() {
        Tenant full = tenant("consultant", "0009", "e1");
        for (int i = 0; i < MOST_FILES; i++) {
            assertThat(upload(full, "servers.csv", "x").status()).isEqualTo(201);
        }

        Answer refused = upload(full, "servers.csv", "x");

        assertThatItIsRefused(refused, 413, "UPLOAD_QUOTA_EXCEEDED");
        assertThat(refused.json().path("remedy").asString()).contains("Import the files that wait", "168 hours");
        assertThat(lastEvent(full).toString()).contains("UPLOAD_FILE", "REFUSED", "UPLOAD_QUOTA_EXCEEDED");
        assertThat(upload(tenant("harbor-agent", "0002", "a2"), "servers.csv", "x")
                        .status())
                .as("another client account")
                .isEqualTo(201);
    }
}
