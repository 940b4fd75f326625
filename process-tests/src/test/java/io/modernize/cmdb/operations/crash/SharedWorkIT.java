package io.modernize.cmdb.operations.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.testsupport.TestDatabase;
import io.modernize.cmdb.testsupport.deepinfra.DeepInfraStandIn;
import io.modernize.cmdb.testsupport.deepinfra.FaultPlan;
import io.modernize.cmdb.testsupport.deepinfra.Latency;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes that embed all engagements of one database at the same time. */
class SharedWorkIT {
    private static final int ENGAGEMENTS = 3;
    private static final int ASSETS = 250;
    private static final int ALL = BareEstate.CLIENT_ACCOUNTS * ENGAGEMENTS * ASSETS;
    private static final int DONE = 0;
    private static final int BUSY = 5;

    /** So that the first process has not done everything before the second one has started. */
    private static final Duration UNTIL_BOTH_ARE_THERE = Duration.ofSeconds(2);

    private static final Duration FROM_THEN_ON = Duration.ofMillis(150);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void doEverythingOnceThoughOneIsKilled() {
        TestDatabase database = TestDatabase.shared().createMigrated();
        BareEstate.create(database, ENGAGEMENTS, ASSETS);
        try (DeepInfraStandIn provider =
                        DeepInfraStandIn.setup().remember(Integer.MAX_VALUE).start();
                Stored stored = new Stored(database);
                RunningProgram killed = embed(database, provider, "killed");
                RunningProgram survivor = embed(database, provider, "survivor")) {
            AskedTexts texts = new AskedTexts(provider);
            provider.plan(FaultPlan.NONE.withLatency(new Latency.Fixed(UNTIL_BOTH_ARE_THERE)));
            killed.runsUntil(
                    () -> !texts.by("killed").isEmpty() && !texts.by("survivor").isEmpty());
            provider.plan(FaultPlan.NONE.withLatency(new Latency.Fixed(FROM_THEN_ON)));
            int before = texts.by("killed").size();
            killed.runsUntil(() -> texts.by("killed").size() > before + Settings.DOCUMENTS_UNDER_WAY);

            assertThat(killed.kill()).as(killed.toString()).isTrue();
            stored.requireInvariants();
            Set<String> committed = stored.currentVectors().keySet();
            Set<String> lost = new HashSet<>(texts.by("killed"));
            lost.removeAll(committed);
            assertThat(lost).hasSizeLessThanOrEqualTo(Settings.DOCUMENTS_UNDER_WAY);

            int exitCode = survivor.awaitEnd();
            assertThat(exitCode).as(survivor.toString()).isIn(DONE, BUSY);
            stored.requireInvariants();
            if (exitCode == DONE) {
                assertThat(stored.currentlyEmbedded()).isEqualTo(ALL);
            }
            try (RunningProgram next = embed(database, provider, "next")) {
                assertThat(next.awaitEnd()).as(next.toString()).isEqualTo(DONE);
            }

            stored.requireInvariants();
            assertThat(stored.currentlyEmbedded()).isEqualTo(ALL);
            assertThat(stored.chargedDocuments()).isEqualTo(ALL);
            Map<String, Long> times =
                    texts.all().stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            assertThat(times).hasSize(ALL);
            times.keySet().removeIf(text -> !lost.contains(text) && times.getOrDefault(text, 0L) == 1);
            assertThat(times.keySet()).as("asked for twice").isSubsetOf(lost);
            new ProviderVectors(provider).requireEqual(stored.currentVectors());
        }
    }

    /** @param key by which the provider tells the processes apart */
    private RunningProgram embed(TestDatabase database, DeepInfraStandIn provider, String key) {
        Map<String, String> settings = new HashMap<>(Settings.of(database, provider.baseUrl(), folder));
        settings.put("DEEPINFRA_API_KEY", key);
        return PackagedProgram.shared().start(settings, "embed");
    }
}
