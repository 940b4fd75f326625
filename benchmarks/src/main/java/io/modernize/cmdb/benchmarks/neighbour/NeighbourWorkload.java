package io.modernize.cmdb.benchmarks.neighbour;

import io.modernize.cmdb.benchmarks.neighbour.Phase.Assault;
import io.modernize.cmdb.testsupport.attacks.Attack;
import io.modernize.cmdb.testsupport.attacks.Attacker;
import io.modernize.cmdb.testsupport.attacks.Attacks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One tenant searches while another one does its worst: each attack by itself, all together, and all of two tenants at
 * once.
 */
public final class NeighbourWorkload {
    public static final String NAME = "neighbour";

    private static final int ENGAGEMENTS = 26;
    private static final int CALM_SEARCHES = 5;
    private static final double CALM = 1.5;
    private static final double CALM_MILLIS = 30;

    private final NeighbourOptions options;
    private final Consumer<String> progress;
    private final List<PhaseFigures> figures = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    /** @param progress is told the current step */
    public NeighbourWorkload(NeighbourOptions options, Consumer<String> progress) {
        this.options = options;
        this.progress = progress;
    }

    /**
     * Runs the service on that database and returns the figures as Markdown.
     *
     * @throws IllegalArgumentException if there is no attack of the wanted name
     */
    public String run(ServedDatabase database, Map<String, String> environment) throws Exception {
        List<Attack> attacks = attacks();
        Path folder = Files.createDirectories(options.folder().resolve(NAME)).toAbsolutePath();
        Path jar = options.packagedService();
        long start = System.nanoTime();
        try (LoopbackIssuer issuer = LoopbackIssuer.start();
                ServiceProcess service = new ServiceProcess(jar, folder, database, issuer)) {
            progress.accept("making client accounts");
            Tenant searching = Tenant.register(service, issuer, folder, "searching");
            List<Tenant> attacking = new ArrayList<>();
            for (String slug : List.of("attacking", "attacking-too")) {
                attacking.add(Tenant.register(service, issuer, folder, slug));
            }
            progress.accept("starting the service");
            service.start();
            Victim victim = furnished(searching, attacking, attacks);
            Phase phase = new Phase(service, victim, options.phase());
            measure(phase, victim, attacks, attacking);
            return new NeighbourReport(options, environment, attacks, figures, leftOut)
                    .text(service, (System.nanoTime() - start) / 1e9);
        }
    }

    private List<Attack> attacks() {
        String wanted = options.attack();
        List<Attack> all = Attacks.of(options.extent());
        List<Attack> chosen = all.stream()
                .filter(attack -> wanted == null || attack.name().equals(wanted))
                .toList();
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("There is no attack \"" + wanted + "\", but "
                    + all.stream().map(Attack::name).toList());
        }
        return chosen;
    }

    private Victim furnished(Tenant searching, List<Tenant> attacking, List<Attack> attacks) throws Exception {
        searching.furnish(1, List.of(Victim.SEARCHER, Victim.IMPORTER));
        for (Tenant tenant : attacking) {
            tenant.furnish(ENGAGEMENTS, attacks.stream().map(Attack::name).toList());
        }
        Victim victim = new Victim(searching, options.longestImport());
        progress.accept("importing and embedding the assets of the tenant that searches");
        victim.prepare(options.victimRows());
        progress.accept("warming up");
        victim.search(options.phase());
        return victim;
    }

    private void measure(Phase phase, Victim victim, List<Attack> attacks, List<Tenant> attacking) throws Exception {
        progress.accept("idle");
        figures.add(phase.measure("idle", List.of()));
        prepare(attacking.getFirst(), attacks);
        rest(victim);
        long end = System.nanoTime() + options.longestSingles().toNanos();
        for (Attack attack : attacks) {
            if (System.nanoTime() - end > 0) {
                leftOut.add(attack.name());
                continue;
            }
            progress.accept(attack.name());
            tell(phase.measure(attack.name(), List.of(assault(attack, attacking.getFirst()))));
            rest(victim);
        }
        if (attacks.size() > 1) {
            progress.accept("all together");
            tell(phase.measure(NeighbourReport.TOGETHER, all(attacks, attacking.subList(0, 1))));
        }
        prepare(attacking.getLast(), attacks);
        rest(victim);
        progress.accept("twice as many attackers");
        tell(phase.measure(NeighbourReport.DOUBLED, all(attacks, attacking)));
    }

    private void tell(PhaseFigures phase) {
        figures.add(phase);
        progress.accept("  p95 %.0f ms, %d failures, import %.1f s, health %.0f ms, %s"
                .formatted(
                        phase.p95(),
                        phase.failures(),
                        phase.importSeconds(),
                        phase.slowestHealthMillis(),
                        phase.attackers()));
    }

    private void prepare(Tenant tenant, List<Attack> attacks) {
        for (Attack attack : attacks) {
            progress.accept("preparing " + attack.name() + " of " + tenant.slug());
            Attacker attacker = tenant.attacker(attack.name());
            attack.prepare(attacker);
            attacker.caller().close();
            if (!attacker.caller().tally().counts().isEmpty()) {
                progress.accept("  " + attacker.caller().tally());
            }
        }
    }

    /** Waits until the work that was left behind is done: searches are about as fast as in the idle phase. */
    private void rest(Victim victim) throws InterruptedException {
        double calm = Math.max(
                CALM_MILLIS, CALM * figures.getFirst().searches().durations().milliseconds(0.95));
        long end = System.nanoTime() + options.longestRest().toNanos();
        int calmSearches = 0;
        while (calmSearches < CALM_SEARCHES && System.nanoTime() - end < 0) {
            TimeUnit.NANOSECONDS.sleep(Duration.ofMillis(200).toNanos());
            calmSearches = victim.searchOnce() <= calm ? calmSearches + 1 : 0;
        }
    }

    private static Assault assault(Attack attack, Tenant tenant) {
        return new Assault(attack.name() + " of " + tenant.slug(), attack, tenant.attacker(attack.name()));
    }

    private static List<Assault> all(List<Attack> attacks, List<Tenant> tenants) {
        return tenants.stream()
                .flatMap(tenant -> attacks.stream().map(attack -> assault(attack, tenant)))
                .toList();
    }
}
