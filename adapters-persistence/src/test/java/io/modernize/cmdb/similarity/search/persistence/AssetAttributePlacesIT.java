package io.modernize.cmdb.similarity.search.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.persistence.DatabaseWorld;
import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetAttribute;
import io.modernize.cmdb.inventory.AssetAttribute.Use;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.application.FilledAsset;
import io.modernize.cmdb.inventory.persistence.FilterColumn;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.search.MinimumScore;
import io.modernize.cmdb.similarity.search.QueryText;
import io.modernize.cmdb.similarity.search.TopK;
import io.modernize.cmdb.similarity.search.application.ConditionOn;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex.NearestQuery;
import io.modernize.cmdb.similarity.search.application.TextIndex;
import io.modernize.cmdb.similarity.search.application.TextIndex.TextQuery;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import io.modernize.cmdb.testsupport.TestDatabase;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Places of the database that treat attributes one by one: each says of which attribute it was forgotten. */
@PersistenceTest
class AssetAttributePlacesIT {
    @Autowired
    private TextIndex texts;

    @Autowired
    private EmbeddingIndex embeddings;

    @Autowired
    private DatabaseWorld world;

    private final AssetDraft filled = FilledAsset.all();
    private final EmbeddingVector vector = EmbeddingVector.normalised(new float[] {1, 0});
    private EmbeddingSpace space;

    /** The filled asset, which had nothing but its name when it was embedded, and one that has no more than that. */
    @BeforeEach
    void saveAndEmbed() {
        requireColumns(
                "cmdb_assets",
                attributes(attribute -> true).map(AssetAttribute::column).toList());
        requireColumns(
                "cmdb_asset_embeddings",
                FilterColumn.all().stream().map(FilterColumn::name).toList());
        space = world.newSpace(2);
        AssetAttributes bare = FilledAsset.with(AssetAttribute.NAME).attributes();
        save(new AssetDraft(
                new AssetKey("other", "bare"), AssetAttributes.named("bare").build()));
        save(new AssetDraft(filled.key(), bare));
        world.embedDue(world.clients().northwindScope(), space, vector);
        save(filled);
    }

    @Test
    void rowsHaveEachAttribute() {
        AssetAttributes read =
                world
                        .catalog()
                        .page(world.clients().northwindScope(), world.clients().exit(), null, 10)
                        .stream()
                        .filter(asset -> asset.key().equals(filled.key()))
                        .map(Asset::attributes)
                        .findFirst()
                        .orElseThrow();

        assertThat(attributes(attribute -> !attribute.isPresentIn(read)))
                .as("AssetTable.toDomain does not read these")
                .isEmpty();
        assertThat(read).isEqualTo(filled.attributes());
    }

    @Test
    void searchesByVectorsFilterByWhatAssetsAreNow() {
        assertThat(attributes(AssetAttribute::isFilter)
                        .filter(attribute ->
                                !nearest(attribute).equals(List.of(FilledAsset.word(AssetAttribute.NAME)))))
                .as("the trigger copy_filtered_attributes() does not copy these; a migration replaces it")
                .isEmpty();
        world.embedDue(world.clients().northwindScope(), space, vector);
        assertThat(attributes(AssetAttribute::isFilter)
                        .filter(attribute ->
                                !nearest(attribute).equals(List.of(FilledAsset.word(AssetAttribute.NAME)))))
                .as("EmbeddingUpsert does not write these")
                .isEmpty();
    }

    @Test
    void searchesByWordsFilter() {
        assertThat(attributes(AssetAttribute::isFilter)
                        .filter(attribute -> !matching(
                                        FilledAsset.word(AssetAttribute.NAME),
                                        ConditionOn.valueOf(attribute, filled.attributes()))
                                .equals(List.of(FilledAsset.word(AssetAttribute.NAME)))))
                .as("filter_marks() with write_asset_texts() do not know these texts, or asset_conditions() these"
                        + " numbers and lists; a migration replaces them")
                .isEmpty();
    }

    @Test
    void searchesByWordsLookAtWhatTheyAreSaidToLookAt() {
        assertThat(attributes(AssetAttribute::isGiven)
                        .filter(attribute -> !matching(FilledAsset.word(attribute), AssetFilter.none())
                                .isEmpty()))
                .as("write_asset_texts() has the words of these; of all others with Use.WORDS a migration adds them")
                .containsExactlyElementsOf(
                        attributes(attribute -> attribute.isUsedFor(Use.WORDS)).toList());
    }

    private static void requireColumns(String table, List<String> columns) {
        assertThat(JdbcClient.create(TestDatabase.shared().ownerDataSource())
                        .sql("select column_name from information_schema.columns where table_name = ?")
                        .param(table)
                        .query(String.class)
                        .list())
                .as("columns of " + table + "; a migration adds those that it lacks")
                .containsAll(columns);
    }

    private void save(AssetDraft draft) {
        world.catalog().save(world.clients().northwindScope(), world.clients().exit(), List.of(draft));
    }

    private List<String> nearest(AssetAttribute attribute) {
        AssetFilter filter = ConditionOn.valueOf(attribute, filled.attributes());
        return embeddings
                .nearest(
                        world.clients().northwindScope(),
                        new NearestQuery(space, vector, new TopK(TopK.MAX), filter, MinimumScore.NONE, null))
                .hits()
                .stream()
                .map(hit -> hit.asset().attributes().name())
                .toList();
    }

    private List<String> matching(String text, AssetFilter filter) {
        return texts
                .matching(
                        world.clients().northwindScope(),
                        new TextQuery(new QueryText(text), new TopK(TopK.MAX), filter, null, false))
                .hits()
                .stream()
                .map(hit -> hit.asset().attributes().name())
                .toList();
    }

    private static Stream<AssetAttribute> attributes(Predicate<AssetAttribute> which) {
        return AssetAttribute.all().stream().filter(which);
    }
}
