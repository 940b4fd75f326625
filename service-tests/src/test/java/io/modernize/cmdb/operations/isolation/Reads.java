package io.modernize.cmdb.operations.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.operations.isolation.Model.Actor;
import io.modernize.cmdb.operations.isolation.Model.ClientModel;
import io.modernize.cmdb.operations.isolation.Model.EngagementModel;
import io.modernize.cmdb.tenancy.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Makes up what somebody could ask, with what the model says about the answer. */
public final class Reads {
    private static final List<String> MODES = List.of("SEMANTIC", "LEXICAL", "HYBRID");
    private static final int MOST_HITS = 20;
    private static final List<IdKind> HIDDEN = List.of(
            IdKind.ASSET,
            IdKind.ENGAGEMENT,
            IdKind.JOB,
            IdKind.UPLOAD,
            IdKind.DUPLICATE_GROUP,
            IdKind.MEMBERSHIP,
            IdKind.IMPORT);

    /** Enough of an asset to know whose it is. */
    private static final String ASSET =
            "id name owner description location serialNumber tags sourceAttributes { name value }";

    private final List<ClientModel> clients;

    Reads(List<ClientModel> clients) {
        this.clients = List.copyOf(clients);
    }

    /**
     * A field to ask for.
     *
     * @param field with its arguments and selection, without a name
     * @param check of the field's value
     */
    record Read(String field, BiConsumer<Actor, JsonNode> check) {}

    /** Something that the actor may see. */
    Read allowed(Actor actor, RandomGenerator random) {
        if (actor.role() == Role.VIEWER) {
            return me();
        }
        if (actor.role() == Role.ADMINISTRATOR && random.nextInt(8) == 0) {
            return ofAdministrators(random);
        }
        // Lists lead to everything, and are not for agents.
        return switch (random.nextInt(actor.role() == Role.AGENT ? 7 : 13)) {
            case 0 -> random.nextBoolean() ? me() : engagements();
            case 1 -> coverage();
            case 2 -> duplicates(random);
            case 3 -> like(actor, random);
            case 4 -> asset(actor, random);
            case 5, 6, 7 -> search(actor, random);
            case 8 -> jobs(random);
            case 9 -> imports(random);
            case 10 -> engagement(actor, random);
            default -> list(random);
        };
    }

    private Read engagements() {
        return new Read(
                "engagements { id slug name }",
                (actor, engagements) ->
                        assertThat(texts(engagements, "/id")).containsExactlyInAnyOrderElementsOf(visibleIds(actor)));
    }

    private Read ofAdministrators(RandomGenerator random) {
        return new Read(
                switch (random.nextInt(4)) {
                    case 0 -> "memberships(first: 50) { nodes { id engagements { id } role } }";
                    // Not the subjects: of what was refused that is what the caller has sent.
                    case 1 -> "auditLog(first: 50) { nodes { id action outcome requestId } }";
                    case 2 -> "embeddingUsage { total { tokens documents } tokensToday }";
                    default -> "clientAccounts { clientAccount { id slug name } role engagements }";
                },
                (actor, answer) -> assertThat(answer.isNull()).isFalse());
    }

    private Read imports(RandomGenerator random) {
        return new Read(
                "imports(first: %d) { nodes { id engagement { id } job { id } fileName requestedBy } pageInfo { endCursor } }"
                        .formatted(1 + random.nextInt(20)),
                (actor, page) -> assertThat(texts(page.path("nodes"), "/engagement/id"))
                        .isNotEmpty()
                        .isSubsetOf(visibleIds(actor)));
    }

    /** One engagement, with all that it leads to. */
    private Read engagement(Actor actor, RandomGenerator random) {
        List<Integer> visible = List.copyOf(actor.visible());
        EngagementModel engagement = actor.client().engagement(visible.get(random.nextInt(visible.size())));
        return new Read("""
            engagement(id: "%s") { id embeddingCoverage { assets engagement { id } }
              assets(first: %d) { totalCount edges { cursor node { %s engagement { id } } } }
              imports(first: 5) { nodes { engagement { id } job { engagement { id } } } }
              jobs(first: 5) { nodes { engagement { id } message } } }
            """.formatted(engagement.id(), 1 + random.nextInt(MOST_HITS), ASSET), (reader, answer) -> {
            int assets = engagement.assets().size();
            assertThat(answer.at("/embeddingCoverage/assets").asInt()).isEqualTo(assets);
            assertThat(answer.at("/assets/totalCount").asInt()).isEqualTo(assets);
            assertThat(texts(answer.at("/assets/edges"), "/node/engagement/id")).containsOnly(engagement.id());
            assertThat(texts(answer.at("/imports/nodes"), "/engagement/id")).containsOnly(engagement.id());
            assertThat(texts(answer.at("/jobs/nodes"), "/engagement/id")).containsOnly(engagement.id());
        });
    }

    private Read list(RandomGenerator random) {
        int first = 1 + random.nextInt(MOST_HITS);
        String field = """
            assets(first: %d, sort: {field: %s, direction: %s}) { totalCount totalCountExact pageInfo { endCursor }
              facets { assets fields { field values { value count } } }
              edges { cursor node { %s engagement { id } embedding { status } lastImport { id fileName } } } }
            """.formatted(
                        first,
                        List.of("NAME", "CI_CLASS", "UPDATED_AT", "MEMORY_MIB").get(random.nextInt(4)),
                        random.nextBoolean() ? "ASC" : "DESC",
                        ASSET);
        return new Read(field, (actor, page) -> {
            int assets = actor.client().assets(actor.visible());
            assertThat(page.path("totalCount").asInt()).isEqualTo(assets);
            assertThat(page.at("/facets/assets").asInt()).isEqualTo(assets);
            assertThat(page.path("edges").size()).isEqualTo(Math.min(first, assets));
            assertThat(texts(page.path("edges"), "/node/engagement/id")).isSubsetOf(visibleIds(actor));
        });
    }

    private Read asset(Actor actor, RandomGenerator random) {
        List<String> ids =
                actor.client().engagement(actor.visible().iterator().next()).known(IdKind.ASSET);
        String id = ids.get(random.nextInt(ids.size()));
        return new Read(
                """
                asset(id: "%s") { %s engagement { id } embedding { status } lastImport { id } relatedAssets { total }
                  similar(topK: 3) { hits { asset { %s } } } }
                """.formatted(id, ASSET, ASSET),
                (reader, asset) -> assertThat(asset.path("id").asString()).isEqualTo(id));
    }

    private static List<String> visibleIds(Actor actor) {
        return actor.visible().stream()
                .map(index -> actor.client().engagement(index).id())
                .toList();
    }

    private Read me() {
        return new Read("me { clientAccount { id slug } engagements { id slug } role }", (actor, me) -> {
            assertThat(me.at("/clientAccount/slug").asString())
                    .isEqualTo(actor.client().slug());
            assertThat(texts(me.path("engagements"), "/id"))
                    .containsExactlyInAnyOrderElementsOf(actor.visible().stream()
                            .map(index -> actor.client().engagement(index).id())
                            .toList());
        });
    }

    private Read coverage() {
        return new Read(
                "embeddingCoverage { engagement { id } assets current missing stale refused }", (actor, coverage) -> {
                    assertThat(texts(coverage, "/engagement/id"))
                            .containsExactlyInAnyOrderElementsOf(actor.visible().stream()
                                    .map(index ->
                                            actor.client().engagement(index).id())
                                    .toList());
                    for (JsonNode line : coverage) {
                        EngagementModel engagement = actor.client().engagements().stream()
                                .filter(known -> known.id()
                                        .equals(line.at("/engagement/id").asString()))
                                .findFirst()
                                .orElseThrow();
                        assertThat(line.path("assets").asInt())
                                .isEqualTo(engagement.assets().size());
                        assertThat(line.path("missing").asInt())
                                .isEqualTo(engagement.assets().size()
                                        - engagement.embedded().size());
                    }
                });
    }

    private Read duplicates(RandomGenerator random) {
        return new Read(
                "duplicateGroups(first: %d, includeDismissed: true) { nodes { id engagement { id } members { %s } reasons { kind text } } pageInfo { endCursor } }"
                        .formatted(1 + random.nextInt(10), ASSET),
                (actor, page) -> assertThat(page.path("nodes").size()).isPositive());
    }

    private Read jobs(RandomGenerator random) {
        return new Read(
                "jobs(first: %d) { nodes { id kind engagement { id } status message requestedBy } pageInfo { endCursor } }"
                        .formatted(1 + random.nextInt(20)),
                (actor, jobs) -> {
                    if (actor.visible().size() < Estate.ENGAGEMENTS.size()) {
                        assertThat(texts(jobs.path("nodes"), "/engagement/id"))
                                .isSubsetOf(actor.visible().stream()
                                        .map(index ->
                                                actor.client().engagement(index).id())
                                        .toList());
                    }
                });
    }

    private Read search(Actor actor, RandomGenerator random) {
        String mode = MODES.get(random.nextInt(MODES.size()));
        int topK = 1 + random.nextInt(MOST_HITS);
        Set<Integer> visible = actor.visible();
        // Often in words that only others' assets have: theirs would be the best hits.
        String text = random.nextInt(3) == 0 ? someMarker(random) : "oracle database of the ledger";
        boolean ownWords = text.startsWith("oracle")
                || visible.stream()
                        .anyMatch(index ->
                                actor.client().engagement(index).marker().equals(text));
        boolean facets = random.nextInt(4) == 0;
        String field = """
            findSimilarAssets(queryText: "%s", mode: %s, topK: %d) { candidates candidatesExact completeness { complete message }
              %s hits { score engagement { id } explanation { text { highlights { passage { text } } } } asset { %s } } }
            """.formatted(
                text, mode, topK, facets ? "facets { assets fields { field values { value count } } }" : "", ASSET);
        return new Read(field, (reader, found) -> {
            int hits = found.path("hits").size();
            int assets = reader.client().assets(visible);
            int embedded = reader.client().embedded(visible);
            switch (mode) {
                case "SEMANTIC" -> assertThat(hits).isEqualTo(Math.min(topK, embedded));
                case "LEXICAL" -> {
                    int matching = ownWords ? text.startsWith("oracle") ? assets : markedAssets(reader, text) : 0;
                    assertThat(hits).isEqualTo(Math.min(topK, matching));
                    assertThat(found.path("candidates").asInt()).isEqualTo(matching);
                    if (facets) {
                        assertThat(found.at("/facets/assets").asInt()).isEqualTo(matching);
                    }
                }
                default ->
                    assertThat(hits)
                            .isLessThanOrEqualTo(Math.min(topK, assets))
                            .isGreaterThanOrEqualTo(Math.min(topK, embedded));
            }
        });
    }

    private static int markedAssets(Actor actor, String marker) {
        return actor.visible().stream()
                .map(index -> actor.client().engagement(index))
                .filter(engagement -> engagement.marker().equals(marker))
                .mapToInt(engagement -> engagement.assets().size())
                .sum();
    }

    private Read like(Actor actor, RandomGenerator random) {
        EngagementModel engagement =
                actor.client().engagement(actor.visible().iterator().next());
        if (engagement.embedded().size() < engagement.assets().size()) {
            // One of those that wait for an embedding cannot be compared yet.
            return search(actor, random);
        }
        List<String> ids = engagement.known(IdKind.ASSET);
        String id = ids.get(random.nextInt(ids.size()));
        return new Read(
                "assetsLike(assetId: \"%s\", mode: %s, topK: %d) { candidates hits { score asset { %s } } }"
                        .formatted(id, MODES.get(random.nextInt(MODES.size())), 1 + random.nextInt(MOST_HITS), ASSET),
                (reader, found) ->
                        assertThat(texts(found.path("hits"), "/asset/id")).doesNotContain(id));
    }

    /** Something by an id that is hidden from the actor, to be asked for alone. */
    String forbidden(Actor actor, RandomGenerator random) {
        IdKind kind = HIDDEN.get(random.nextInt(HIDDEN.size()));
        String id = hidden(actor, kind, random);
        return switch (kind) {
            case IMPORT -> "query { importReport(id: \"" + id + "\") { import { id fileName } } }";
            case ASSET ->
                random.nextBoolean()
                        ? "query { asset(id: \"" + id + "\") { " + ASSET + " } }"
                        : "query { assetsLike(assetId: \"" + id + "\") { hits { asset { " + ASSET + " } } } }";
            case ENGAGEMENT ->
                switch (random.nextInt(4)) {
                    case 0 ->
                        "query { findSimilarAssets(queryText: \"oracle\", engagementId: \"" + id
                                + "\") { candidates hits { asset { " + ASSET + " } } } }";
                    case 1 ->
                        "query { engagement(id: \"" + id + "\") { name assets { edges { node { " + ASSET + " } } } } }";
                    case 2 -> "query { embeddingCoverage(engagementId: \"" + id + "\") { assets } }";
                    default ->
                        "mutation { startDuplicateSearch(input: {engagementId: \"" + id + "\"}) { errors { code } } }";
                };
            case JOB ->
                random.nextBoolean()
                        ? "query { job(id: \"" + id + "\") { id message } }"
                        : "mutation { stopJob(input: {id: \"" + id + "\"}) { errors { code } } }";
            case UPLOAD ->
                "mutation { startImport(input: {engagementId: \""
                        + actor.client()
                                .engagement(actor.visible().iterator().next())
                                .id() + "\", uploadId: \"" + id
                        + "\"}) { errors { code } } }";
            case DUPLICATE_GROUP ->
                "mutation { dismissDuplicateGroup(input: {groupId: \"" + id + "\"}) { errors { code } } }";
            case MEMBERSHIP -> "mutation { revokeMembership(input: {id: \"" + id + "\"}) { errors { code } } }";
            case AUDIT_EVENT, IDENTITY -> throw new IllegalArgumentException("nothing is asked for by " + kind);
        };
    }

    /** A page behind a place in somebody else's list. */
    String forbiddenPage(Actor actor, RandomGenerator random) {
        List<String> cursors = clients.stream()
                .filter(client -> client != actor.client())
                .flatMap(client -> client.cursors().stream())
                .toList();
        return "query { assets(first: 5, after: \"" + cursors.get(random.nextInt(cursors.size()))
                + "\") { totalCount edges { node { " + ASSET + " } } } }";
    }

    private String hidden(Actor actor, IdKind kind, RandomGenerator random) {
        List<EngagementModel> others = new ArrayList<>();
        for (ClientModel client : clients) {
            for (EngagementModel engagement : client.engagements()) {
                if (client != actor.client() || !actor.visible().contains(engagement.index())) {
                    others.add(engagement);
                }
            }
        }
        EngagementModel other = others.get(random.nextInt(others.size()));
        if (kind == IdKind.ENGAGEMENT) {
            return other.id();
        }
        List<String> ids = other.known(kind);
        return ids.isEmpty() ? UUID.randomUUID().toString() : ids.get(random.nextInt(ids.size()));
    }

    private String someMarker(RandomGenerator random) {
        ClientModel client = clients.get(random.nextInt(clients.size()));
        return client.engagement(random.nextInt(client.engagements().size())).marker();
    }

    private static List<String> texts(JsonNode array, String pointer) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(node -> node.at(pointer).asString())
                .toList();
    }
}
