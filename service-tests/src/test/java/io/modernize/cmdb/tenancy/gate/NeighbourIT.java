package io.modernize.cmdb.tenancy.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.Cast;
import io.modernize.cmdb.ServiceTest;
import io.modernize.cmdb.ServiceUnderTest;
import io.modernize.cmdb.ServiceUnderTest.Answer;
import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.Membership;
import io.modernize.cmdb.tenancy.Role;
import io.modernize.cmdb.tenancy.Slug;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.testsupport.Await;
import io.modernize.cmdb.testsupport.attacks.Attack;
import io.modernize.cmdb.testsupport.attacks.Attacker;
import io.modernize.cmdb.testsupport.attacks.Attacks;
import io.modernize.cmdb.testsupport.attacks.Bounds;
import io.modernize.cmdb.testsupport.attacks.Caller;
import io.modernize.cmdb.testsupport.attacks.Extent;
import io.modernize.cmdb.testsupport.attacks.Tally;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * The attacks of {@code scripts/benchmark --workload neighbour}, with little data and few steps. It says what happens to
 * whom, and not how long that takes.
 */
@ServiceTest
@TestPropertySource(
        properties = {
            // As in production, where the profile of these tests has none.
            "cmdb.api.limits.complexity=10000",
            "cmdb.api.limits.identity-points-per-minute=3000000",
            "cmdb.api.limits.client-account-points-per-minute=12000000",
            "cmdb.api.limits.requests-per-identity=8"
        })
class NeighbourIT {
    private static final Cast CAST = Cast.NEIGHBOUR;
    private static final int ENGAGEMENTS = 26;
    private static final int STEPS = 24;
    private static final int SEARCHES = 5;

    /** Bounds a hang and decides nothing. */
    private static final Duration LONGEST = Duration.ofMinutes(4);

    private static final String SEARCH =
            "{ findSimilarAssets(queryText: \"billing\", mode: HYBRID, topK: 10) { hits { asset { name } } } }";
    private static final String IMPORT =
            "mutation ($e: ID!, $u: ID!) { startImport(input: {engagementId: $e, uploadId: $u})"
                    + " { errors { code } job { id queuedAt } } }";
    private static final String JOB = "query ($id: ID!) { job(id: $id) { status queuedAt startedAt endedAt } }";

    @Autowired
    private ServiceUnderTest service;

    @Autowired
    private ClientAccountRegistry registry;

    private Party attacking;
    private Party searching;

    /** A client account with one analyst. */
    private record Party(List<String> engagements, String token) {
        Map<String, String> headers() {
            return Map.of("Authorization", "Bearer " + token);
        }
    }

    static Stream<String> attacks() {
        return Attacks.of(Extent.small()).stream().map(Attack::name);
    }

    @BeforeEach
    void furnish() {
        attacking = party("northwind", "0001", "a1", ENGAGEMENTS);
        searching = party("harbor", "0002", "a2", 1);
    }

    private Party party(String slug, String directory, String object, int engagements) {
        ClientAccount account = registry.ensureClientAccount(CAST.slug(slug), slug);
        List<String> ids = IntStream.range(0, engagements)
                .mapToObj(i -> registry.ensureEngagement(account.id(), new Slug("e-" + i), "exit")
                        .id()
                        .toString())
                .toList();
        registry.saveMembership(new Membership(
                CAST.identity(directory, object), account.id(), Role.ANALYST, new EngagementSelection.All()));
        return new Party(ids, CAST.signIn(service, slug + "-agent"));
    }

    /** Whatever one client account does, another one is served, and nothing fails without a reason. */
    @ParameterizedTest
    @MethodSource("attacks")
    void servesTheNeighbourOfAnAttack(String name) throws Exception {
        Attack attack = Attacks.of(Extent.small()).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        Tally tally = new Tally();
        Bounds bounds = new Bounds(STEPS, LONGEST);
        try (Caller caller = new Caller(URI.create("http://localhost:" + service.port()), attacking.token(), tally)) {
            Attacker attacker = new Attacker(caller, attacking.engagements());
            attack.prepare(attacker);
            Thread thread = Thread.ofVirtual().start(() -> attack.run(attacker, bounds));

            for (int i = 0; i < SEARCHES; i++) {
                Answer answer = service.graphQl(searching.headers(), SEARCH, Map.of());
                assertThat(answer.status()).as(answer.body()).isEqualTo(200);
                assertThat(answer.json().path("errors").isMissingNode())
                        .as(answer.body())
                        .isTrue();
            }
            assertThat(service.get("/actuator/health").status()).isEqualTo(200);
            bounds.stop();
            thread.join();
        }

        assertThat(tally.withText("INTERNAL") + tally.withText("500"))
                .as(tally.toString())
                .isZero();
        assertThat(tally.counts().keySet())
                .as("refusals say why")
                .allSatisfy(kind -> assertThat(kind)
                        .matches("answered|connections? .*|given up .*|not connected.*|job [A-Z_]+|\\d{3} [A-Z_]+"));
    }

    /** Jobs of one client account wait behind each other, and not before those of another one. */
    @Test
    void startsTheNeighboursImportBeforeTheRestOfAQueue() {
        String rows = assets(150);
        List<String> uploads =
                IntStream.range(0, 14).mapToObj(i -> upload(attacking, i, rows)).toList();
        String small = upload(searching, 0, assets(3));
        List<String> theirs = new ArrayList<>();
        for (int i = 0; i < uploads.size(); i++) {
            theirs.add(start(attacking, i, uploads.get(i)));
        }
        String ours = start(searching, 0, small);

        JsonNode mine = ended(searching, ours);
        assertThat(mine.path("status").asString()).isEqualTo("COMPLETED");
        Instant queued = Instant.parse(mine.path("queuedAt").asString());
        Instant started = Instant.parse(mine.path("startedAt").asString());
        List<Instant> waited = theirs.stream()
                .map(job ->
                        Instant.parse(ended(attacking, job).path("startedAt").asString()))
                .filter(start -> start.isAfter(queued))
                .toList();
        assertThat(waited).as("imports that waited already").hasSizeGreaterThan(3);
        assertThat(waited.stream().filter(start -> start.isBefore(started)))
                .as("of those, the ones that were started first")
                .hasSizeLessThanOrEqualTo(2);
    }

    private String upload(Party party, int engagement, String content) {
        Answer answer = service.post(
                "/imports/uploads?engagementId=" + party.engagements().get(engagement) + "&fileName=rows.jsonl",
                party.headers(),
                content);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("uploadId").asString();
    }

    private String start(Party party, int engagement, String upload) {
        Answer answer = service.graphQl(
                party.headers(), IMPORT, Map.of("e", party.engagements().get(engagement), "u", upload));
        String id = answer.json().at("/data/startImport/job/id").asString();
        assertThat(id).as(answer.body()).isNotEmpty();
        return id;
    }

    private JsonNode ended(Party party, String job) {
        return Await.until(
                "an import has ended",
                () -> service.graphQl(party.headers(), JOB, Map.of("id", job))
                        .json()
                        .at("/data/job"),
                seen -> !Set.of("QUEUED", "RUNNING")
                        .contains(seen.path("status").asString()));
    }

    private static String assets(int count) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append("{\"externalKey\":\"key-%d\",\"name\":\"billing-%d\",\"description\":\"billing system %d\"}%n"
                    .formatted(i, i, i));
        }
        return lines.toString();
    }
}
