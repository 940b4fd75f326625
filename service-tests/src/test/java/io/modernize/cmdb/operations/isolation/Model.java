package io.modernize.cmdb.operations.isolation;

import io.modernize.cmdb.operations.isolation.Estate.Client;
import io.modernize.cmdb.tenancy.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the service is to know, in memory: who sees which engagement, and what lies in it. */
public final class Model {
    private static final Pattern MARKER = Pattern.compile("mark(aster|birch|cedar)(exit|merger|refresh)?");
    private static final Pattern UUID =
            Pattern.compile("(?<![0-9a-f-])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-f-])");

    private final Map<String, ClientModel> clients = new ConcurrentHashMap<>();

    /** Whose each identifier is that was ever in an answer. */
    private final Map<String, Owner> owners = new ConcurrentHashMap<>();

    /** @param engagement null for what belongs to the client account as a whole, or where that is not known */
    record Owner(String client, @Nullable Integer engagement) {}

    Model(List<Client> estate) {
        for (Client client : estate) {
            ClientModel model = new ClientModel(client);
            clients.put(client.slug(), model);
            owners.put(client.account().id().toString(), new Owner(client.slug(), null));
            for (EngagementModel engagement : model.engagements()) {
                owners.put(engagement.id(), new Owner(client.slug(), engagement.index()));
            }
        }
    }

    ClientModel client(String slug) {
        return java.util.Objects.requireNonNull(clients.get(slug));
    }

    /** Of a thing that was created or read by somebody who sees everything of its client account. */
    void owns(ClientModel client, int engagement, String id) {
        owners.put(id, new Owner(client.slug(), engagement));
    }

    /**
     * What an answer shows that its reader must not see.
     *
     * @param sent the request, whose own identifiers may come back
     */
    List<String> violations(Actor actor, String sent, String body) {
        List<String> violations = new ArrayList<>();
        Set<Integer> visible = actor.visible();
        Matcher markers = MARKER.matcher(body);
        while (markers.find()) {
            String engagement = markers.group(2);
            if (!markers.group(1).equals(actor.client().slug())
                    || engagement != null && !visible.contains(Estate.ENGAGEMENTS.indexOf(engagement))) {
                violations.add("the text " + markers.group());
            }
        }
        Matcher ids = UUID.matcher(body);
        while (ids.find()) {
            String id = ids.group();
            if (sent.contains(id) || Identities.isOfDirectory(id)) {
                continue;
            }
            Owner owner = owners.computeIfAbsent(
                    id, unknown -> new Owner(actor.client().slug(), null));
            if (!owner.client().equals(actor.client().slug())
                    || owner.engagement() != null && !visible.contains(owner.engagement())) {
                violations.add("the id " + id + " of " + owner);
            }
        }
        return violations;
    }

    /** Somebody who calls. */
    record Actor(String name, Map<String, String> headers, ClientModel client, Role role) {
        /** The engagements that they see. */
        Set<Integer> visible() {
            return role == Role.ANALYST && !name.equals(Identities.CONSULTANT)
                    ? Set.of(client.analystSees())
                    : Set.of(0, 1, 2);
        }
    }

    /** A client account. Whoever changes it does so alone; readers compare with what does not change meanwhile. */
    static final class ClientModel {
        private final String slug;
        private final String id;
        private final List<EngagementModel> engagements;
        private final ReadWriteLock lock = new ReentrantReadWriteLock(true);
        private final List<String> cursors = new CopyOnWriteArrayList<>();
        private volatile int analystSees;

        ClientModel(Client client) {
            this.slug = client.slug();
            this.id = client.account().id().toString();
            this.engagements = IntStream.range(0, Estate.ENGAGEMENTS.size())
                    .mapToObj(index -> new EngagementModel(
                            index,
                            client.engagement(index).id().toString(),
                            Estate.marker(slug, Estate.ENGAGEMENTS.get(index)),
                            numbers(Estate.assets(slug, Estate.ENGAGEMENTS.get(index)))))
                    .toList();
        }

        private static NavigableSet<Integer> numbers(int count) {
            return IntStream.range(0, count).boxed().collect(Collectors.toCollection(ConcurrentSkipListSet::new));
        }

        String slug() {
            return slug;
        }

        String id() {
            return id;
        }

        List<EngagementModel> engagements() {
            return engagements;
        }

        EngagementModel engagement(int index) {
            return engagements.get(index);
        }

        ReadWriteLock lock() {
            return lock;
        }

        /** Places in its lists. */
        List<String> cursors() {
            return cursors;
        }

        int analystSees() {
            return analystSees;
        }

        void letAnalystSee(int engagement) {
            analystSees = engagement;
        }

        int assets(Set<Integer> visible) {
            return visible.stream()
                    .mapToInt(index -> engagement(index).assets().size())
                    .sum();
        }

        int embedded(Set<Integer> visible) {
            return visible.stream()
                    .mapToInt(index -> engagement(index).embedded().size())
                    .sum();
        }
    }

    /**
     * An engagement.
     *
     * @param assets the numbers of its assets
     * @param embedded those of them that have an embedding
     * @param ids of things in it, by kind
     */
    record EngagementModel(
            int index,
            String id,
            String marker,
            NavigableSet<Integer> assets,
            NavigableSet<Integer> embedded,
            Map<IdKind, List<String>> ids) {
        EngagementModel(int index, String id, String marker, NavigableSet<Integer> assets) {
            this(index, id, marker, assets, new ConcurrentSkipListSet<>(assets), new ConcurrentHashMap<>());
        }

        List<String> known(IdKind kind) {
            return ids.computeIfAbsent(kind, none -> new CopyOnWriteArrayList<>());
        }
    }
}
