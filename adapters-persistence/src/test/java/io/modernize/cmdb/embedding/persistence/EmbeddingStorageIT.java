package io.modernize.cmdb.embedding.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.pgvector.PGvector;
import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.application.EmbeddingStore.AssetEmbedding;
import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/** How vectors lie in the table, and what the database itself refuses. */
@PersistenceTest
class EmbeddingStorageIT {
    private static final String INSERT = """
        insert into cmdb_asset_embeddings
            (client_account_id, engagement_id, asset_id, embedding_space_id, dimensions, embedding, content_hash)
        values (?, ?, ?, ?, ?, ?::halfvec, sha256('x'))
        """;

    @Autowired
    private ClientAccountRegistry registry;

    @Autowired
    private DatabaseWorld world;

    @Test
    void keepsHalfPrecisionVectorsInLineAndUncompressed() {
        assertThat(world.jdbc()
                        .sql("select distinct format_type(atttypid, atttypmod) || ' ' || attstorage::text from"
                                + " pg_attribute join pg_inherits on inhrelid = attrelid where inhparent ="
                                + " 'cmdb_asset_embeddings'::regclass and attname = 'embedding'")
                        .query(String.class)
                        .single())
                .isEqualTo("halfvec e");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 384, 1_024, 1_536, 4_000})
    void storesVectorsOfAnyDimensionsThatASpaceMayHave(int dimensions) {
        EmbeddingSpace space = TestSpaces.create(dimensions);
        Asset asset = newAsset(space);
        EmbeddingVector vector = random(dimensions);

        world.store()
                .save(
                        world.clients().northwindScope(),
                        space,
                        List.of(new AssetEmbedding(asset.id(), world.clients().exit(), vector, asset.contentHash())));

        float[] stored = world.store()
                .find(world.clients().northwindScope(), space, asset.id())
                .orElseThrow()
                .toArray();
        float[] expected = vector.toArray();
        assertThat(stored).hasSize(dimensions);
        for (int i = 0; i < dimensions; i++) {
            assertThat((double) stored[i]).isCloseTo(expected[i], within(1e-3));
        }
    }

    @Test
    void keepsWholeRowsInLine() {
        // A row above 2,000 bytes makes PostgreSQL push out what it may, unless told otherwise.
        EmbeddingSpace space = TestSpaces.create(3_500);
        long before = toastBytes();
        for (int i = 0; i < 5; i++) {
            Asset asset = newAsset(space);
            world.store()
                    .save(
                            world.clients().northwindScope(),
                            space,
                            List.of(new AssetEmbedding(
                                    asset.id(), world.clients().exit(), random(3_500), asset.contentHash())));
        }

        assertThat(toastBytes()).isEqualTo(before);
    }

    private long toastBytes() {
        return world.jdbc()
                .sql("select sum(pg_relation_size(reltoastrelid)) from pg_partition_tree('cmdb_asset_embeddings')"
                        + " join pg_class on oid = relid where isleaf")
                .query(Long.class)
                .single();
    }

    @Test
    void refusesAVectorOfOtherDimensionsThanItSays() {
        EmbeddingSpace space = TestSpaces.create(3);
        Asset asset = newAsset(space);

        assertThatThrownBy(() -> insert(asset, space, 3, "[1,2,3,4]"))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("check");
    }

    @Test
    void refusesTheDimensionsOfAnotherSpace() {
        EmbeddingSpace three = TestSpaces.create(3);
        TestSpaces.create(4);
        Asset asset = newAsset(three);

        assertThatThrownBy(() -> insert(asset, three, 4, "[1,2,3,4]"))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("foreign key");
        assertThat(insert(asset, three, 3, "[1,2,3]")).isEqualTo(1);
    }

    @Test
    void refusesASpaceThatNoIndexCouldHold() {
        assertThatThrownBy(() -> TestSpaces.create(4_001)).isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> TestSpaces.create(0)).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void losesTheEmbeddingWithItsAsset() {
        EmbeddingSpace space = TestSpaces.create(3);
        Asset asset = newAsset(space);
        insert(asset, space, 3, "[1,2,3]");

        world.transactions()
                .runInScope(
                        world.clients().northwindScope(),
                        () -> world.jdbc()
                                .sql("delete from cmdb_assets where client_account_id = ? and id = ?")
                                .params(
                                        world.clients().northwind().value(),
                                        asset.id().value())
                                .update());

        assertThat(rows(space)).isZero();
    }

    @Test
    void losesTheEmbeddingWithItsEngagement() {
        EmbeddingSpace space = TestSpaces.create(3);
        insert(newAsset(space), space, 3, "[1,2,3]");

        registry.deleteEngagement(world.clients().northwind(), world.clients().exit());

        assertThat(rows(space)).isZero();
    }

    @Test
    void sendsVectorsInBinary() {
        assertThat(world.jdbc()
                        .sql("select vector_dims(?::vector::halfvec)")
                        .param(new BinaryOnly(new float[] {1, 2, 3}))
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    /** Has no text to send. */
    @SuppressWarnings("serial")
    private static final class BinaryOnly extends PGvector {
        private BinaryOnly(float[] values) {
            super(values);
        }

        @Override
        public @Nullable String getValue() {
            throw new AssertionError("sent as text");
        }
    }

    private int insert(Asset asset, EmbeddingSpace space, int dimensions, String vector) {
        return world.transactions()
                .inScope(
                        world.clients().northwindScope(),
                        () -> world.jdbc()
                                .sql(INSERT)
                                .params(
                                        world.clients().northwind().value(),
                                        world.clients().exit().value(),
                                        asset.id().value(),
                                        space.id().value(),
                                        dimensions,
                                        vector)
                                .update());
    }

    private long rows(EmbeddingSpace space) {
        return world.transactions()
                .inScope(
                        world.clients().northwindScope(),
                        () -> world.jdbc()
                                .sql("select count(*) from cmdb_asset_embeddings where client_account_id = ? and"
                                        + " embedding_space_id = ?")
                                .params(
                                        world.clients().northwind().value(),
                                        space.id().value())
                                .query(Long.class)
                                .single());
    }

    private Asset newAsset(EmbeddingSpace space) {
        AssetDraft draft = new AssetDraft(
                new AssetKey("servicenow", UUID.randomUUID().toString()),
                AssetAttributes.named("server").build());
        world.catalog().save(world.clients().northwindScope(), world.clients().exit(), List.of(draft));
        return world.store()
                .findDue(world.clients().northwindScope(), space, null, 1)
                .getFirst();
    }

    private static EmbeddingVector random(int dimensions) {
        Random random = new Random(1);
        float[] values = new float[dimensions];
        for (int i = 0; i < dimensions; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return EmbeddingVector.normalised(values);
    }
}
