package io.modernize.cmdb.operations.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.ServiceUnderTest.Answer;
import io.modernize.cmdb.operations.isolation.Estate.Client;
import io.modernize.cmdb.operations.isolation.Model.Actor;
import io.modernize.cmdb.operations.isolation.Model.ClientModel;
import io.modernize.cmdb.operations.isolation.Model.EngagementModel;
import io.modernize.cmdb.operations.isolation.Reads.Read;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Random operations of three client accounts at once, through queries, mutations, jobs and subscriptions, compared with a
 * model in memory. Every asset, text and count of an answer has to be what the model knows, and no answer may hold a
 * text or an id of anybody else.
 *
 * <p>Settings: {@code isolation.reads} (how many fields are asked for), {@code isolation.seed}, {@code isolation.threads},
 * {@code isolation.steps-per-change}. The sequence of each thread follows from the seed; how they interleave does not.
 */
class RandomOperationsIT extends WholeService {
    private static final long READS = Long.getLong("isolation.reads", 4_000);
    private static final long SEED = Long.getLong("isolation.seed", System.nanoTime());

    /** A change locks everybody else of its client account out until its job has ended. */
    private static final int STEPS_PER_CHANGE = Integer.getInteger("isolation.steps-per-change", 100);

    private static final int THREADS = Integer.getInteger("isolation.threads", 8);
    private static final Set<String> REFUSALS = Set.of(
            "ASSET_UNKNOWN",
            "CURSOR_INVALID",
            "ENGAGEMENT_UNKNOWN",
            "GROUP_UNKNOWN",
            "JOB_UNKNOWN",
            "UPLOAD_UNKNOWN",
            "NOT_PERMITTED");

    /** Of one request. */
    private static final int MOST_FIELDS = 8;

    private static final int MOST_ASSETS = 60;
    private static final int MOST_CURSORS = 20;
    private static final Pattern NOTHING = Pattern.compile("\\{\"data\":\\{\"\\w+\":null}}");

    private final AtomicLong reads = new AtomicLong();
    private final AtomicLong attacks = new AtomicLong();
    private final AtomicLong writes = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicInteger threads = new AtomicInteger();
    private final List<Actor> actors = new ArrayList<>();
    private List<ClientModel> models = List.of();
    private Model model = new Model(List.of());
    private Reads questions = new Reads(List.of());

    @BeforeAll
    void knowTheEstate() {
        model = new Model(clients());
        models = clients().stream().map(client -> model.client(client.slug())).toList();
        questions = new Reads(models);
        for (int i = 0; i < models.size(); i++) {
            ClientModel client = models.get(i);
            for (Role role : Role.values()) {
                String name = Identities.name(client.slug(), role);
                actors.add(new Actor(name, as(name), client, role));
            }
            if (!client.slug().equals("cedar")) {
                actors.add(new Actor(
                        Identities.CONSULTANT,
                        as(Identities.CONSULTANT, Map.of("X-Client-Account-Id", client.id())),
                        client,
                        Role.ANALYST));
            }
            letAnalystSee(clients().get(i), client, 0);
            for (EngagementModel engagement : client.engagements()) {
                learn(client, engagement);
            }
        }
    }

    @Test
    void showNothingOfOthers() throws Exception {
        System.out.println("Random operations: seed " + SEED);
        long start = System.nanoTime();
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            tasks.add(() -> {
                RandomGenerator random =
                        RandomGeneratorFactory.of("L64X128MixRandom").create(SEED + threads.getAndIncrement());
                while (reads.get() < READS) {
                    step(random);
                }
                return true;
            });
        }
        try (ExecutorService executor = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Boolean>> futures = tasks.stream().map(executor::submit).toList();
            for (Future<Boolean> future : futures) {
                future.get();
            }
        }
        long seconds = Math.max(1, Duration.ofNanos(System.nanoTime() - start).toSeconds());
        System.out.printf(
                "Random operations: %,d reads, %,d attempts at what is hidden, %,d writes and jobs, %,d MB of answers,"
                        + " nothing foreign, in %,d s (%,d reads/s)%n",
                reads.get(), attacks.get(), writes.get(), bytes.get() / 1_000_000, seconds, reads.get() / seconds);
        assertThat(attacks.get()).isPositive();
        assertThat(writes.get()).isPositive();
    }

    private void step(RandomGenerator random) {
        Actor actor = actors.get(random.nextInt(actors.size()));
        if (random.nextInt(STEPS_PER_CHANGE) == 0) {
            change(actor.client(), random);
            return;
        }
        int kind = random.nextInt(200);
        if (kind < 30) {
            attack(actor, random);
        } else if (kind < 33) {
            watch(actor, random);
        } else {
            read(actor, random);
        }
    }

    private void read(Actor actor, RandomGenerator random) {
        ClientModel client = actor.client();
        client.lock().readLock().lock();
        try {
            Map<String, Read> fields = new LinkedHashMap<>();
            int count = 1 + random.nextInt(MOST_FIELDS);
            for (int i = 0; i < count; i++) {
                fields.put("f" + i, questions.allowed(actor, random));
            }
            StringBuilder document = new StringBuilder("query {");
            fields.forEach((name, read) ->
                    document.append(' ').append(name).append(": ").append(read.field()));
            Answer answer = ask(actor, document.append(" }").toString());
            JsonNode json = answer.json();
            assertThat(json.path("errors").isMissingNode())
                    .as(actor.name() + " asks " + document + ": " + answer.body())
                    .isTrue();
            fields.forEach((name, read) -> {
                try {
                    read.check().accept(actor, json.path("data").path(name));
                } catch (AssertionError e) {
                    throw new AssertionError(actor.name() + " asks " + read.field() + " and gets " + answer.body(), e);
                }
            });
            reads.addAndGet(count);
        } finally {
            client.lock().readLock().unlock();
        }
    }

    private void attack(Actor actor, RandomGenerator random) {
        actor.client().lock().readLock().lock();
        try {
            String document;
            Map<String, String> headers = new LinkedHashMap<>(actor.headers());
            if (random.nextInt(4) == 0) {
                ClientModel other = models.stream()
                        .filter(client -> client != actor.client())
                        .skip(random.nextInt(models.size() - 1))
                        .findFirst()
                        .orElseThrow();
                if (actor.name().equals(Identities.CONSULTANT)) {
                    headers.put("X-Engagement-Id", other.engagement(0).id());
                } else {
                    headers.put("X-Client-Account-Id", other.id());
                }
                document = "query { me { clientAccount { id slug name } engagements { id } } }";
            } else if (random.nextInt(5) == 0) {
                document = questions.forbiddenPage(actor, random);
            } else {
                document = questions.forbidden(actor, random);
            }
            Answer answer = service.graphQl(headers, document, Map.of());
            inspect(actor, document + headers, answer);
            String code = answer.json().at("/errors/0/extensions/code").asString("");
            boolean nothing = NOTHING.matcher(answer.body()).matches()
                    || answer.json()
                            .path("data")
                            .valueStream()
                            .anyMatch(payload ->
                                    payload.at("/errors/0/code").asString("").endsWith("_UNKNOWN"));
            assertThat(nothing || REFUSALS.contains(code) || code.equals("NOT_A_MEMBER"))
                    .as(actor.name() + " asks " + document + ": " + answer.body())
                    .isTrue();
            attacks.incrementAndGet();
        } finally {
            actor.client().lock().readLock().unlock();
        }
    }

    private void watch(Actor actor, RandomGenerator random) {
        if (actor.role() == Role.VIEWER || actor.role() == Role.AGENT) {
            return;
        }
        ClientModel client = models.get(random.nextInt(models.size()));
        actor.client().lock().readLock().lock();
        try {
            int engagement = random.nextInt(client.engagements().size());
            List<String> jobs = client.engagement(engagement).known(IdKind.JOB);
            String document = "subscription { jobProgress(id: \"" + jobs.get(random.nextInt(jobs.size()))
                    + "\") { id engagement { id } status message } }";
            String events = service.events(actor.headers(), document);
            boolean visible = client == actor.client() && actor.visible().contains(engagement);
            assertThat(events)
                    .as(actor.name() + " watches " + document)
                    .contains(visible ? "COMPLETED" : "JOB_UNKNOWN");
            assertThat(model.violations(actor, document, events)).as(events).isEmpty();
            reads.incrementAndGet();
        } finally {
            actor.client().lock().readLock().unlock();
        }
    }

    private Answer ask(Actor actor, String document) {
        Answer answer = service.graphQl(actor.headers(), document, Map.of());
        inspect(actor, document, answer);
        return answer;
    }

    private void inspect(Actor actor, String sent, Answer answer) {
        bytes.addAndGet(answer.body().length());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(model.violations(actor, sent, answer.body()))
                .as(actor.name() + " sent " + sent + " and got " + answer.body())
                .isEmpty();
    }

    /** By the client account's administrator, and by nobody else meanwhile. */
    private void change(ClientModel client, RandomGenerator random) {
        client.lock().writeLock().lock();
        try {
            int index = random.nextInt(client.engagements().size());
            EngagementModel engagement = client.engagement(index);
            Client estate = clients().get(models.indexOf(client));
            Engagement target = estate.engagement(index);
            Map<String, String> administrator = as(Identities.name(client.slug(), Role.ADMINISTRATOR));
            // Small enough to be looked at as a whole.
            boolean full = engagement.assets().size() >= MOST_ASSETS;
            switch (random.nextInt(full ? 1 : 0, 6)) {
                case 0 -> {
                    int number = engagement.assets().last() + 1;
                    importFile(administrator, target, Estate.lines(engagement.marker(), List.of(number), "added"));
                    engagement.assets().add(number);
                }
                case 1 -> {
                    int number = random.nextInt(engagement.assets().size());
                    importFile(
                            administrator,
                            target,
                            Estate.lines(engagement.marker(), List.of(number), "seen " + writes.get()));
                }
                case 2 -> {
                    finish(administrator, "startEmbedding(input: {engagementId: \"" + engagement.id() + "\"})");
                    engagement.embedded().addAll(engagement.assets());
                }
                case 3 ->
                    finish(administrator, "startDuplicateSearch(input: {engagementId: \"" + engagement.id() + "\"})");
                case 4 -> {
                    List<String> groups = engagement.known(IdKind.DUPLICATE_GROUP);
                    String group = groups.get(random.nextInt(groups.size()));
                    String mutation = random.nextBoolean() ? "dismissDuplicateGroup" : "restoreDuplicateGroup";
                    service.graphQl(
                            administrator,
                            "mutation { " + mutation + "(groupId: \"" + group + "\") { __typename } }",
                            Map.of());
                }
                default -> letAnalystSee(estate, client, index);
            }
            learn(client, engagement);
            writes.incrementAndGet();
        } finally {
            client.lock().writeLock().unlock();
        }
    }

    private void letAnalystSee(Client estate, ClientModel client, int index) {
        grant(
                Identities.name(client.slug(), Role.ANALYST),
                estate,
                Role.ANALYST,
                new EngagementSelection.Only(Set.of(estate.engagement(index).id())));
        client.letAnalystSee(index);
    }

    /** The ids of what now lies in the engagement. */
    private void learn(ClientModel client, EngagementModel engagement) {
        Map<String, String> administrator = as(Identities.name(client.slug(), Role.ADMINISTRATOR));
        String in = "(engagementId: \"" + engagement.id() + "\"";
        JsonNode data = service.graphQl(
                        administrator,
                        "query { found: findSimilarAssets" + in + ", queryText: \"" + engagement.marker()
                                + "\", mode: LEXICAL, topK: 100) { hits { asset { id } } } duplicateGroups" + in
                                + ", first: 100, includeDismissed: true) { nodes { id } } jobs" + in
                                + ", first: 50) { nodes { id } } imports" + in + ", first: 50) { nodes { id } }"
                                + " assets(first: 1) { pageInfo { endCursor } } }",
                        Map.of())
                .json()
                .path("data");
        learn(client, engagement, IdKind.ASSET, data.at("/found/hits"), "/asset/id");
        learn(client, engagement, IdKind.DUPLICATE_GROUP, data.at("/duplicateGroups/nodes"), "/id");
        learn(client, engagement, IdKind.JOB, data.at("/jobs/nodes"), "/id");
        learn(client, engagement, IdKind.IMPORT, data.at("/imports/nodes"), "/id");
        client.cursors().add(data.at("/assets/pageInfo/endCursor").asString());
        if (client.cursors().size() > MOST_CURSORS) {
            client.cursors().removeFirst();
        }
        assertThat(engagement.known(IdKind.ASSET))
                .hasSize(Math.min(100, engagement.assets().size()));
    }

    private void learn(ClientModel client, EngagementModel engagement, IdKind kind, JsonNode array, String pointer) {
        List<String> known = engagement.known(kind);
        List<String> now =
                array.valueStream().map(node -> node.at(pointer).asString()).toList();
        now.forEach(id -> model.owns(client, engagement.index(), id));
        known.addAll(now.stream().filter(id -> !known.contains(id)).toList());
        known.retainAll(now);
    }
}
