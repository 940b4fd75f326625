package io.modernize.cmdb.operations.sample;

import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import java.io.PrintStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Ends the start of a local service. It loads the sample estate, grants memberships, and tells how to make the first
 * search.
 */
@Component
@Profile("local")
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty("cmdb.sample-estate.enabled")
class LocalStart implements ApplicationRunner {
    private static final String FIRST_CLIENT = "northwind-agent";

    private final SampleEstate estate;
    private final LocalIdentities identities;
    private final ClientAccountRegistry registry;
    private final String address;

    LocalStart(
            SampleEstate estate,
            LocalIdentities identities,
            ClientAccountRegistry registry,
            @Value("http://localhost:${server.port}") String address) {
        this.estate = estate;
        this.identities = identities;
        this.registry = registry;
        this.address = address;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        estate.ensureLoaded();
        identities.grantMemberships(registry);
        printInstructions(System.out);
    }

    private void printInstructions(PrintStream out) {
        out.println();
        out.println("CMDB Similarity is ready.");
        out.println("  GraphQL   " + address + "/graphql");
        out.println("  GraphiQL  " + address + "/graphiql");
        out.println("  Health    " + address + "/actuator/health");
        out.println();
        out.println("Demo identities (local profile, this machine only):");
        identities
                .clients()
                .forEach(client -> out.printf("  service %-24s secret   %s%n", client.id(), client.secret()));
        identities.users().forEach(user -> out.printf("  person  %-24s password %s%n", user.name(), user.password()));
        out.println();
        out.println("A token, then a search:");
        out.println();
        out.println(tokenCommand());
        out.println();
        out.println(searchCommand());
        out.println();
        out.println("Ctrl-C stops everything.");
        out.flush();
    }

    private String tokenCommand() {
        return "TOKEN=$(curl -s -u " + FIRST_CLIENT + ":" + identities.secretOf(FIRST_CLIENT)
                + " -d grant_type=client_credentials " + address
                + "/oauth2/token | sed 's/.*\"access_token\":\"\\([^\"]*\\)\".*/\\1/')";
    }

    private String searchCommand() {
        return "curl -s " + address + "/graphql -H \"Authorization: Bearer $TOKEN\" -H 'Content-Type: application/json'"
                + " -d '{\"query\":\"{ findSimilarAssets(queryText: \\\"oracle database behind the claims system\\\","
                + " topK: 3) { candidates hits { score engagement { name } asset { name ciClass location } } } }\"}'";
    }
}
