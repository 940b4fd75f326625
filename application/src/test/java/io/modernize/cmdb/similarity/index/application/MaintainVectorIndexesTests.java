package io.modernize.cmdb.similarity.index.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.similarity.index.HnswParameters;
import io.modernize.cmdb.similarity.index.IndexAction.BuildReason;
import io.modernize.cmdb.similarity.index.IndexPolicy;
import io.modernize.cmdb.similarity.index.IndexPolicy.Thresholds;
import io.modernize.cmdb.similarity.index.IndexState;
import io.modernize.cmdb.similarity.index.application.VectorIndexes.Exclusive;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaintainVectorIndexesTests {
    private static final IndexPolicy POLICY = new IndexPolicy(new Thresholds(20, 5, 0.2, 0.2), HnswParameters.DEFAULT);

    private final IndexWorld world = new IndexWorld();
    private final List<String> phases = new ArrayList<>();

    @Test
    void keepsASmallClientAccountWithoutAnIndex() {
        world.embed(19);

        assertThat(maintain(POLICY)).isEqualTo(new MaintenanceOutcome.Kept(new IndexState(19, 19, null)));
        assertThat(world.indexes.builds()).isZero();
    }

    @Test
    void buildsAnIndexAndAuditsIt() {
        world.embed(20);

        MaintenanceOutcome.Built built = (MaintenanceOutcome.Built) maintain(POLICY);

        assertThat(built.reason()).isEqualTo(BuildReason.GROWN);
        assertThat(built.index().rows()).isEqualTo(20);
        assertThat(built.audit()).isInstanceOf(AuditOutcome.Audited.class);
        assertThat(phases).containsExactly("building index");
        assertThat(maintain(POLICY)).isInstanceOf(MaintenanceOutcome.Kept.class);
        assertThat(world.indexes.builds()).isEqualTo(1);
    }

    @Test
    void dropsAnIndexThatIsNeededNoMore() {
        world.embed(20);
        maintain(POLICY);
        IndexPolicy other = new IndexPolicy(Thresholds.promotingAt(1_000), HnswParameters.DEFAULT);

        assertThat(maintain(other)).isInstanceOf(MaintenanceOutcome.Dropped.class);
        assertThat(maintain(other)).isEqualTo(new MaintenanceOutcome.Kept(new IndexState(20, 20, null)));
    }

    @Test
    void isBusyWhereAnotherChangesIndexesAndSomethingIsDue() {
        world.embed(19);
        try (Exclusive held =
                world.indexes.tryExclusively(world.clients.harborScope()).orElseThrow()) {
            assertThat(held).isNotNull();
            assertThat(maintain(POLICY)).isInstanceOf(MaintenanceOutcome.Kept.class);
            world.embed(1);
            assertThat(maintain(POLICY)).isEqualTo(new MaintenanceOutcome.Busy());
        }
        assertThat(maintain(POLICY)).isInstanceOf(MaintenanceOutcome.Built.class);
    }

    @Test
    void concernsTheScopesClientAccountOnly() {
        world.embed(20);

        List<MaintenanceOutcome> harbor =
                maintenance(POLICY).maintain(world.clients.harborScope(), VectorIndexes.BuildProgress.SILENT);

        assertThat(harbor).containsExactly(new MaintenanceOutcome.Kept(new IndexState(0, 0, null)));
    }

    @Test
    void preparesASpaceThatIsToFollowLikeTheOneThatIsSearched() {
        EmbeddingSpace next = world.anotherSpace();
        world.spaces.maintain(world.clients.northwindScope(), next);
        world.embed(20);
        world.embed(next, 20);

        List<MaintenanceOutcome> outcomes =
                maintenance(POLICY).maintain(world.clients.northwindScope(), VectorIndexes.BuildProgress.SILENT);

        assertThat(outcomes).hasSize(2).allMatch(MaintenanceOutcome.Built.class::isInstance);
        assertThat(world.indexes.find(world.clients.northwindScope(), next).index())
                .isNotNull();
    }

    private MaintenanceOutcome maintain(IndexPolicy policy) {
        return maintenance(policy)
                .maintain(world.clients.northwindScope(), (phase, done, total) -> phases.add(phase))
                .getFirst();
    }

    private MaintainVectorIndexes maintenance(IndexPolicy policy) {
        return new MaintainVectorIndexes(
                world.spaces,
                world.indexes,
                space -> policy,
                world.auditRecall(0.99, Duration.ofMinutes(1)),
                world.search);
    }
}
