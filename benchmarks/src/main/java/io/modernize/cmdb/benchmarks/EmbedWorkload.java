package io.modernize.cmdb.benchmarks;

import io.modernize.cmdb.embedding.application.EmbeddingJobs;
import io.modernize.cmdb.embedding.application.EmbeddingJobs.EmbeddingOutcome;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.testsupport.deepinfra.DeepInfraStandIn;
import io.modernize.cmdb.testsupport.deepinfra.FaultPlan;
import io.modernize.cmdb.testsupport.deepinfra.Latency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The embedding job against a hosted model that answers after {@link #LATENCY} and takes {@link #IN_FLIGHT} requests at
 * once, beside the most that such a provider can give (Little's law). The provider runs in this process, on the same
 * processors.
 */
final class EmbedWorkload {
    static final String NAME = "embed";

    private static final Duration LATENCY = Duration.ofMillis(150);
    private static final int IN_FLIGHT = 200;
    private static final String DATABASE = "embed";
    private static final int CHUNK = 500;
    private static final int FULL_ASSETS = 20_000;
    private static final int QUICK_ASSETS = 2_000;

    /** The texts of one request: few, so that the provider is the limit, and the default. */
    private static final List<Integer> INPUTS = List.of(1, 4, 16, 128);

    private final boolean quick;
    private final TextClient client;
    private final Progress progress;

    /** @param assets 0 for the workload's own number */
    EmbedWorkload(boolean quick, int assets, Progress progress) {
        this.quick = quick;
        int usual = quick ? QUICK_ASSETS : FULL_ASSETS;
        this.client = new TextClient(0, assets == 0 ? usual : assets);
        this.progress = progress;
    }

    /**
     * @param peakHeap the bytes, including the provider's
     * @param resident bytes of this process at the end
     */
    private record Result(
            int inputs, long assets, double seconds, int requests, int mostInFlight, long peakHeap, long resident) {
        double rate() {
            return assets / seconds;
        }

        double bound() {
            return IN_FLIGHT * inputs / (LATENCY.toMillis() / 1_000.0);
        }
    }

    /** Returns the table as Markdown. */
    String run(DatabaseServer server, Path project) throws Exception {
        server.createDatabase(DATABASE);
        server.execute(DATABASE, Files.readString(project.resolve("scripts/roles.sql")));
        List<Result> results = new ArrayList<>();
        try (DeepInfraStandIn provider = DeepInfraStandIn.setup()
                .maxConcurrency(IN_FLIGHT)
                .remember(1)
                .plan(FaultPlan.NONE.withLatency(new Latency.Fixed(LATENCY)))
                .start()) {
            boolean loaded = false;
            for (int inputs : INPUTS) {
                try (RunningService service = RunningService.start(server, DATABASE, settings(provider, inputs))) {
                    if (!loaded) {
                        progress.say("embed: loading");
                        load(server, service);
                        loaded = true;
                        progress.say("embed: warming up");
                        measure(server, service, provider, inputs);
                    }
                    progress.say("embed: " + inputs + " texts a request");
                    results.add(measure(server, service, provider, inputs));
                }
            }
        } finally {
            server.dropDatabase(DATABASE);
        }
        return report(results);
    }

    private static List<String> settings(DeepInfraStandIn provider, int inputs) {
        String prefix = "cmdb.embedding.deepinfra.";
        return List.of(
                "cmdb.embedding.provider=deepinfra",
                prefix + "base-url=" + provider.baseUrl(),
                prefix + "api-key=any",
                // As after a while: finding out how much the provider bears is not what is measured.
                prefix + "concurrency.initial=" + IN_FLIGHT,
                prefix + "documents.max-inputs=" + inputs);
    }

    private void load(DatabaseServer server, RunningService service) throws Exception {
        server.execute(
                DATABASE,
                "insert into client_accounts (id, slug, name) values ('%s', '%s', 'Client')"
                        .formatted(client.id().value(), RunningService.slug(client.number())),
                "insert into engagements (client_account_id, id, slug, name) values ('%s', '%s', 'main', 'Main')"
                        .formatted(client.id().value(), client.mainEngagement().value()));
        AssetCatalog catalog = service.bean(AssetCatalog.class);
        for (int from = 0; from < client.assets(); from += CHUNK) {
            List<AssetDraft> drafts = IntStream.range(from, Math.min(from + CHUNK, client.assets()))
                    .mapToObj(asset -> TextAsset.of(client, asset).draft())
                    .toList();
            catalog.save(client.scope(), client.mainEngagement(), drafts);
        }
        server.execute(DATABASE, "vacuum analyze cmdb_assets");
    }

    private Result measure(DatabaseServer server, RunningService service, DeepInfraStandIn provider, int inputs)
            throws Exception {
        server.execute(DATABASE, "truncate cmdb_asset_embeddings");
        provider.resetCounts();
        TenantScope scope = TenantScope.forJob(client.id(), client.mainEngagement());
        EmbeddingJobs jobs = service.bean(EmbeddingJobs.class);
        try (HeapPeak heap = HeapPeak.watch()) {
            long start = System.nanoTime();
            EmbeddingOutcome outcome = jobs.run(scope, client.mainEngagement(), JobProgress.SILENT);
            double seconds = (System.nanoTime() - start) / 1e9;
            if (!outcome.equals(EmbeddingOutcome.completed(client.assets()))) {
                throw new IllegalStateException("not everything was embedded: " + outcome);
            }
            return new Result(
                    inputs,
                    client.assets(),
                    seconds,
                    provider.requests(),
                    provider.maxInFlight(),
                    heap.bytes(),
                    resident());
        }
    }

    /** The resident bytes of this process; 0 if the system does not tell. */
    private static long resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .findFirst()
                .orElse(0);
    }

    private String report(List<Result> results) {
        StringBuilder text = new StringBuilder();
        text.append("# Bulk embedding\n\n```bash\nscripts/benchmark --workload embed")
                .append(quick ? " --quick" : "")
                .append("\n```\n\n");
        text.append(
                "%d processors, which the provider and the database share. %,d assets; the provider answers after %d ms and takes %d\nrequests at once. Bound: requests at once x texts of a request / latency. Heap is the peak in use, the provider's\nincluded, of at most %,d MB.\n\n"
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                client.assets(),
                                LATENCY.toMillis(),
                                IN_FLIGHT,
                                Runtime.getRuntime().maxMemory() >> 20));
        text.append("| texts a request | documents/s | bound | of it | requests | most at once | heap MB | RSS MB |\n");
        text.append("|---|---|---|---|---|---|---|---|\n");
        for (Result result : results) {
            text.append("| %d | %,.0f | %,.0f | %.2f | %,d | %d | %,d | %,d |\n"
                    .formatted(
                            result.inputs(),
                            result.rate(),
                            result.bound(),
                            result.rate() / result.bound(),
                            result.requests(),
                            result.mostInFlight(),
                            result.peakHeap() >> 20,
                            result.resident() >> 20));
        }
        return text.toString();
    }
}
