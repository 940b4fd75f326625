package io.modernize.cmdb.operations.sample;

import io.modernize.cmdb.embedding.application.EmbeddingJobs;
import io.modernize.cmdb.embedding.application.EmbeddingJobs.EmbeddingOutcome;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.embedding.spaces.application.EmbeddingSpaces;
import io.modernize.cmdb.inventory.application.AssetImportJobs;
import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportOutcome;
import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportRequest;
import io.modernize.cmdb.inventory.application.AssetImportJobs.MissingAssetPolicy;
import io.modernize.cmdb.inventory.application.ImportSource;
import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.operations.console.ConsoleProgress;
import io.modernize.cmdb.operations.sample.SampleManifest.SampleAccount;
import io.modernize.cmdb.operations.sample.SampleManifest.SampleEngagement;
import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.Slug;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Loads the sample estate with the jobs that import a customer's estate, so that a first start shows the real thing.
 */
@Component
@ConditionalOnBooleanProperty("cmdb.sample-estate.enabled")
class SampleEstate {
    private static final Logger LOG = LoggerFactory.getLogger(SampleEstate.class);
    private static final String ROOT = "sample-estate/";

    private final ClientAccountRegistry registry;
    private final AssetImportJobs imports;
    private final EmbeddingJobs embedding;
    private final EmbeddingSpaces spaces;
    private final EmbeddingStore store;

    SampleEstate(
            ClientAccountRegistry registry,
            AssetImportJobs imports,
            EmbeddingJobs embedding,
            EmbeddingSpaces spaces,
            EmbeddingStore store) {
        this.registry = registry;
        this.imports = imports;
        this.embedding = embedding;
        this.spaces = spaces;
        this.store = store;
    }

    /** Imports and embeds what is missing. It also completes an interrupted first start. */
    void ensureLoaded() {
        try {
            SampleManifest manifest = JsonMapper.shared()
                    .readValue(
                            new ClassPathResource(ROOT + "estate.json").getContentAsByteArray(), SampleManifest.class);
            for (SampleAccount sample : manifest.clientAccounts()) {
                ClientAccount account = registry.ensureClientAccount(new Slug(sample.slug()), sample.name());
                for (SampleEngagement engagement : sample.engagements()) {
                    load(
                            registry.ensureEngagement(account.id(), new Slug(engagement.slug()), engagement.name()),
                            engagement);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the sample estate in the jar cannot be read", e);
        }
    }

    private void load(Engagement engagement, SampleEngagement sample) throws IOException {
        TenantScope scope = TenantScope.forJob(engagement.clientAccountId(), engagement.id());
        boolean complete =
                store.count(scope, spaces.active(scope)) > 0 && store.countDue(scope, spaces.active(scope)) == 0;
        if (complete) {
            return;
        }
        for (String file : sample.files()) {
            importFile(scope, engagement, new ClassPathResource(ROOT + file));
        }
        EmbeddingOutcome outcome = embed(scope, engagement);
        while (outcome.end() instanceof JobEnd.Busy) {
            // The scheduled job has begun with it.
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            outcome = embed(scope, engagement);
        }
        if (!outcome.isCompleted()) {
            LOG.warn("Embedding the sample estate did not finish; the next start goes on: {}", outcome);
        }
    }

    private EmbeddingOutcome embed(TenantScope scope, Engagement engagement) {
        return embedding.run(scope, engagement.id(), ConsoleProgress.onConsole("Embedding " + engagement.name()));
    }

    private void importFile(TenantScope scope, Engagement engagement, ClassPathResource file) throws IOException {
        String name = String.valueOf(file.getFilename());
        byte[] content = file.getContentAsByteArray();
        ImportSource source = new ImportSource.KeptFile(name, content.length, () -> new ByteArrayInputStream(content));
        ImportOutcome outcome = imports.run(
                new ImportRequest(scope, engagement.id(), source, MissingAssetPolicy.REPORT, null),
                ConsoleProgress.onConsole("Importing " + engagement.name() + " " + name));
        if (!(outcome instanceof ImportOutcome.Completed)) {
            LOG.warn("Importing {} of the sample estate did not finish: {}", name, outcome);
        }
    }
}
