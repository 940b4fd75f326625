package io.modernize.cmdb.embedding.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.ModelProfile;
import io.modernize.cmdb.embedding.spaces.application.EmbeddingSpaces;
import io.modernize.cmdb.embedding.spaces.application.SpaceLifecycle;
import io.modernize.cmdb.embedding.spaces.application.SpaceLifecycle.LivingSpace;
import io.modernize.cmdb.similarity.search.application.RandomVectors;
import io.modernize.cmdb.tenancy.persistence.KeptLogins;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
class PartitionedSpacesIT {
    private static final int PARTITIONS = 17;

    private final JdbcClient owner = KeptLogins.owner();

    @Autowired
    private SpaceLifecycle lifecycle;

    @Autowired
    private EmbeddingSpaces spaces;

    @Autowired
    private DatabaseWorld world;

    /** As in an empty database, but for spaces that nobody searches. */
    @BeforeEach
    void deactivateAll() {
        owner.sql("update embedding_spaces set active = false").update();
    }

    @Test
    void makeTheFirstSpaceTheCommonOneAndLaterOnesNot() {
        ModelProfile model = model(8);
        EmbeddingSpace first = lifecycle.ensure(model, 1);
        EmbeddingSpace second = lifecycle.ensure(model(8), 1);

        assertThat(first.isOf(model)).isTrue();
        assertThat(first.templateVersion()).isOne();
        assertThat(spaces.common()).isEqualTo(first);
        assertThat(lifecycle.ensure(model, 1)).isEqualTo(first);
        assertThat(lifecycle.ensure(model, 2)).isNotEqualTo(first);
        assertThat(living(first).common()).isTrue();
        assertThat(living(second).isSearched()).isFalse();
    }

    @Test
    void giveInstancesThatStartTogetherTheSameSpace() throws Exception {
        ModelProfile model = model(8);
        List<Callable<EmbeddingSpace>> starts = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            starts.add(() -> lifecycle.ensure(model, 1));
        }
        Set<EmbeddingSpace> ensured = new HashSet<>();
        try (ExecutorService instances = Executors.newFixedThreadPool(8)) {
            for (Future<EmbeddingSpace> space : instances.invokeAll(starts)) {
                ensured.add(space.get());
            }
        }

        assertThat(ensured).containsExactly(spaces.common());
        assertThat(partitionsOf(spaces.common())).hasSize(PARTITIONS);
    }

    @Test
    void fenceEachPartition() {
        EmbeddingSpace space = lifecycle.ensure(model(8), 1);

        assertThat(owner.sql("""
            select c.relname from pg_partition_tree(embedding_partition(?)::regclass) t
            join pg_class c on c.oid = t.relid
            where c.relrowsecurity and c.relforcerowsecurity
              and exists (select from pg_policy p where p.polrelid = c.oid)
            """).param(space.id().value()).query(String.class).list())
                .hasSize(PARTITIONS);
    }

    @Test
    void changeForAllAndKeepWhatWasBeforeMaintained() {
        EmbeddingSpace before = lifecycle.ensure(model(8), 1);
        EmbeddingSpace next = lifecycle.ensure(model(8), 1);
        spaces.activate(world.clients().harborScope(), next);
        spaces.activate(world.clients().harborScope(), before);

        lifecycle.activateForAll(next);

        assertThat(spaces.common()).isEqualTo(next);
        assertThat(spaces.maintained(world.clients().northwindScope())).containsExactly(next, before);
        assertThat(spaces.maintained(world.clients().harborScope())).containsExactly(next, before);
        lifecycle.activateForAll(before);
        assertThat(spaces.maintained(world.clients().northwindScope())).containsExactly(before, next);
        assertThat(spaces.maintained(world.clients().harborScope())).containsExactly(before, next);
    }

    @Test
    void dropARetiredSpaceWithAllThatBelongsToIt() {
        EmbeddingSpace before = lifecycle.ensure(model(8), 1);
        EmbeddingSpace next = lifecycle.ensure(model(8), 1);
        new RandomVectors(world.catalog(), world.store())
                .add(world.clients().northwindScope(), world.clients().exit(), before, 20);
        new RandomVectors(world.catalog(), world.store())
                .add(world.clients().northwindScope(), world.clients().exit(), next, 20);

        assertThat(lifecycle.retire(before)).as("the common one").isFalse();
        lifecycle.activateForAll(next);
        spaces.activate(world.clients().harborScope(), before);
        assertThat(lifecycle.retire(before))
                .as("searched by one client account")
                .isFalse();
        assertThat(world.store().count(world.clients().northwindScope(), before))
                .isEqualTo(20);

        spaces.activate(world.clients().harborScope(), next);
        assertThat(lifecycle.retire(before)).isTrue();
        assertThat(partitionsOf(before)).isEmpty();
        assertThat(lifecycle.all()).extracting(LivingSpace::space).doesNotContain(before);
        assertThat(spaces.maintained(world.clients().northwindScope())).containsExactly(next);
        assertThat(world.store().count(world.clients().northwindScope(), next)).isEqualTo(20);
    }

    private List<String> partitionsOf(EmbeddingSpace space) {
        return owner.sql("select relname from pg_class where relkind in ('r', 'p') and relname like"
                        + " embedding_partition(?) || '%'")
                .param(space.id().value())
                .query((row, number) -> row.getString(1))
                .list();
    }

    private LivingSpace living(EmbeddingSpace space) {
        return lifecycle.all().stream()
                .filter(living -> living.space().equals(space))
                .findFirst()
                .orElseThrow();
    }

    private static ModelProfile model(int dimensions) {
        return new ModelProfile("provider", UUID.randomUUID().toString(), dimensions, 64, 512);
    }
}
