package io.modernize.cmdb.similarity.index.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.application.EmbeddingWorld;
import io.modernize.cmdb.similarity.index.RecallAudit;
import io.modernize.cmdb.similarity.index.RecallAudit.Strategy;
import io.modernize.cmdb.similarity.index.application.RecallAudits.PlacedAudit;
import io.modernize.cmdb.tenancy.application.Page;
import io.modernize.cmdb.tenancy.application.TwoClients;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link RecallAudits} keeps. */
public abstract class RecallAuditsContract {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

    private final EmbeddingWorld world;
    private final TwoClients clients;
    private final RecallAudits audits;
    private final EmbeddingSpace space;

    protected RecallAuditsContract(EmbeddingWorld world, RecallAudits audits) {
        this.world = world;
        clients = world.clients();
        this.audits = audits;
        space = world.newSpace(16);
    }

    @Test
    void returnsWhatWasAppended() {
        RecallAudit quantised = audit(NOON, Strategy.QUANTISED, 400);
        RecallAudit approximate = audit(NOON.plusSeconds(1), Strategy.APPROXIMATE, 150);
        audits.append(clients.northwindScope(), space, quantised);
        audits.append(clients.northwindScope(), space, approximate);

        assertThat(audits.history(clients.northwindScope(), space, null, 10).entries())
                .extracting(PlacedAudit::audit)
                .containsExactly(approximate, quantised);
    }

    @Test
    void returnsTheNewestWithinTheLimit() {
        for (int hour : new int[] {2, 0, 3, 1}) {
            audits.append(
                    clients.northwindScope(), space, audit(NOON.plusSeconds(3_600L * hour), Strategy.QUANTISED, 100));
        }

        assertThat(audits.history(clients.northwindScope(), space, null, 2).entries())
                .extracting(placed -> placed.audit().auditedAt())
                .containsExactly(NOON.plusSeconds(10_800), NOON.plusSeconds(7_200));
    }

    /** Two of them are of one moment. */
    @Test
    void leadsFromPageToPage() {
        for (int second : new int[] {0, 1, 1, 2}) {
            audits.append(clients.northwindScope(), space, audit(NOON.plusSeconds(second), Strategy.QUANTISED, 100));
        }

        List<PlacedAudit> seen = new ArrayList<>();
        Page<PlacedAudit> page = audits.history(clients.northwindScope(), space, null, 2);
        while (!page.entries().isEmpty()) {
            seen.addAll(page.entries());
            page = audits.history(
                    clients.northwindScope(), space, seen.getLast().position(), 1);
        }

        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen)
                .extracting(placed -> placed.audit().auditedAt())
                .containsExactly(NOON.plusSeconds(2), NOON.plusSeconds(1), NOON.plusSeconds(1), NOON);
    }

    @Test
    void keepsClientAccountsAndSpacesApart() {
        audits.append(clients.northwindScope(), space, audit(NOON, Strategy.QUANTISED, 100));

        assertThat(audits.history(clients.harborScope(), space, null, 10).entries())
                .isEmpty();
        assertThat(audits.history(clients.northwindScope(), world.newSpace(16), null, 10)
                        .entries())
                .isEmpty();
    }

    private static RecallAudit audit(Instant at, Strategy strategy, int knob) {
        return new RecallAudit(at, strategy, knob, 12_345, 50, 10, 0.994, 0.99, 31_000, 2_100, 4_200);
    }
}
