package io.modernize.cmdb.benchmarks.neighbour;

import io.modernize.cmdb.testsupport.attacks.Attacker;
import io.modernize.cmdb.testsupport.attacks.Caller;
import io.modernize.cmdb.testsupport.attacks.Tally;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A client account with engagements and analysts. Analysts are known by a name. */
final class Tenant {
    private final String slug;
    private final URI service;
    private final LoopbackIssuer issuer;
    private final List<String> engagements = new ArrayList<>();

    private Tenant(String slug, URI service, LoopbackIssuer issuer) {
        this.slug = slug;
        this.service = service;
        this.issuer = issuer;
    }

    /** Makes a client account with one engagement and an administrator, by the commands that operators type. */
    static Tenant register(ServiceProcess service, LoopbackIssuer issuer, Path folder, String slug)
            throws IOException, InterruptedException {
        Tenant tenant = new Tenant(slug, service.address(), issuer);
        Path first = folder.resolve(slug + ".jsonl");
        Files.writeString(first, "{\"externalKey\":\"first\",\"name\":\"first\"}\n");
        service.command(
                "import",
                first.toString(),
                "--client-account",
                slug,
                "--engagement",
                "first",
                "--create",
                "--no-embed");
        service.command(
                "grant",
                "--client-account",
                slug,
                "--directory-tenant-id",
                LoopbackIssuer.DIRECTORY.toString(),
                "--object-id",
                tenant.identity("administrator").toString(),
                "--role",
                "ADMINISTRATOR");
        return tenant;
    }

    /** Makes engagements, and members of those names, while the service runs. */
    void furnish(int wanted, List<String> analysts) {
        try (Caller administrator = caller("administrator", new Tally())) {
            administrator
                    .data(NeighbourDocuments.ENGAGEMENTS, Map.of())
                    .path("engagements")
                    .forEach(engagement -> engagements.add(engagement.path("id").asString()));
            while (engagements.size() < wanted) {
                JsonNode made = administrator.data(
                        NeighbourDocuments.CREATE_ENGAGEMENT, Map.of("slug", "engagement-" + engagements.size()));
                engagements.add(made.path("createEngagement")
                        .path("engagement")
                        .path("id")
                        .asString());
            }
            for (String analyst : analysts) {
                JsonNode granted = administrator.data(
                        NeighbourDocuments.GRANT,
                        Map.of(
                                "directory", LoopbackIssuer.DIRECTORY.toString(),
                                "identity", identity(analyst).toString()));
                if (!granted.path("grantMembership").path("errors").isEmpty()) {
                    throw new IllegalStateException("No membership for " + analyst + ": " + granted);
                }
            }
        }
    }

    /** The id of the first engagement. */
    String engagement() {
        return engagements.getFirst();
    }

    /** One of its members. */
    Caller caller(String name, Tally tally) {
        return new Caller(service, issuer.token(identity(name)), tally);
    }

    /** One of its members as an attacker, whose answers have a tally of their own. */
    Attacker attacker(String name) {
        return new Attacker(caller(name, new Tally()), engagements);
    }

    String slug() {
        return slug;
    }

    private UUID identity(String name) {
        return UUID.nameUUIDFromBytes((slug + "/" + name).getBytes(StandardCharsets.UTF_8));
    }
}
