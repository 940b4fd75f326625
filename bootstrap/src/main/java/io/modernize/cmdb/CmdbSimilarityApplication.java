package io.modernize.cmdb;

import io.modernize.cmdb.audit.composition.AuditUseCases;
import io.modernize.cmdb.embedding.composition.EmbeddingUseCases;
import io.modernize.cmdb.inventory.composition.InventoryUseCases;
import io.modernize.cmdb.jobs.composition.JobUseCases;
import io.modernize.cmdb.offboarding.composition.OffboardingUseCases;
import io.modernize.cmdb.operations.cli.CommandLineEntry;
import io.modernize.cmdb.similarity.composition.DuplicateUseCases;
import io.modernize.cmdb.similarity.composition.IndexUseCases;
import io.modernize.cmdb.similarity.composition.SearchUseCases;
import io.modernize.cmdb.similarity.composition.SpaceUseCases;
import io.modernize.cmdb.tenancy.composition.TenancyUseCases;
import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Starts the service, or runs one command of it; {@code --help} lists them. */
@SpringBootApplication(proxyBeanMethods = false)
@Import({
    TenancyUseCases.class,
    AuditUseCases.class,
    OffboardingUseCases.class,
    JobUseCases.class,
    InventoryUseCases.class,
    EmbeddingUseCases.class,
    SearchUseCases.class,
    IndexUseCases.class,
    DuplicateUseCases.class,
    SpaceUseCases.class
})
public class CmdbSimilarityApplication {
    public static void main(String[] args) {
        CommandLineEntry.run(CmdbSimilarityApplication.class, args);
    }

    /** The one clock. Whatever asks what time it is gets it by its constructor. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
