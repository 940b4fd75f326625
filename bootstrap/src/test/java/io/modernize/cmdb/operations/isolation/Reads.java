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
final class Reads {
    private static final List<String> MODES = List.of("SEMANTIC", "LEXICAL", "HYBRID");
    private static final int MOST_HITS = 20;
    private static final List<IdKind> HIDDEN = List.of(
            IdKind.ASSET, IdKind.ENGAGEMENT, IdKind.JOB, IdKind.UPLOAD, IdKind.DUPLICATE_GROUP, IdKind.MEMBERSHIP);

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
        return switch (random.nextInt(8)) {
            case 0 -> me();
            case 1 -> coverage();
            case 2 -> duplicates(random);
            case 3 -> actor.role() == Role.AGENT ? coverage() : jobs(random);
            case 4 -> like(actor, random);
            default -> search(actor, random);
        };
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
                "embeddingCoverage { engagementId assets current missing stale refused }", (actor, coverage) -> {
                    assertThat(texts(coverage, "/engagementId"))
                            .containsExactlyInAnyOrderElementsOf(actor.visible().stream()
                                    .map(index ->
                                            actor.client().engagement(index).id())
                                    .toList());
                    for (JsonNode line : coverage) {
                        EngagementModel engagement = actor.client().engagements().stream()
                                .filter(known -> known.id()
                                        .equals(line.path("engagementId").asString()))
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
                "duplicateGroups(first: %d, includeDismissed: true) { groups { id engagement { id } members { %s } reasons { kind text } } endCursor }"
                        .formatted(1 + random.nextInt(10), ASSET),
                (actor, page) -> assertThat(page.path("groups").size()).isPositive());
    }

    private Read jobs(RandomGenerator random) {
        return new Read(
                "jobs(first: %d) { id kind engagementId status message requestedBy }".formatted(1 + random.nextInt(20)),
                (actor, jobs) -> {
                    if (actor.visible().size() < Estate.ENGAGEMENTS.size()) {
                        assertThat(texts(jobs, "/engagementId"))
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
            case ASSET -> "query { assetsLike(assetId: \"" + id + "\") { hits { asset { " + ASSET + " } } } }";
            case ENGAGEMENT ->
                switch (random.nextInt(3)) {
                    case 0 ->
                        "query { findSimilarAssets(queryText: \"oracle\", engagementId: \"" + id
                                + "\") { candidates hits { asset { " + ASSET + " } } } }";
                    case 1 -> "query { embeddingCoverage(engagementId: \"" + id + "\") { assets } }";
                    default -> "mutation { startDuplicateSearch(engagementId: \"" + id + "\") { __typename } }";
                };
            case JOB ->
                random.nextBoolean()
                        ? "query { job(id: \"" + id + "\") { id message } }"
                        : "mutation { stopJob(id: \"" + id + "\") { __typename } }";
            case UPLOAD ->
                "mutation { startImport(engagementId: \""
                        + actor.client()
                                .engagement(actor.visible().iterator().next())
                                .id() + "\", uploadId: \"" + id
                        + "\") { __typename } }";
            case DUPLICATE_GROUP -> "mutation { dismissDuplicateGroup(groupId: \"" + id + "\") { __typename } }";
            case MEMBERSHIP -> "mutation { revokeMembership(id: \"" + id + "\") { __typename } }";
            case AUDIT_EVENT, IDENTITY -> throw new IllegalArgumentException("nothing is asked for by " + kind);
        };
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
