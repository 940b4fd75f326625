package io.modernize.cmdb.similarity.search.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.persistence.DatabaseWorld;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.filter.CandidateCount;
import io.modernize.cmdb.similarity.search.Completeness;
import io.modernize.cmdb.similarity.search.HighlightedField.Part;
import io.modernize.cmdb.similarity.search.QueryText;
import io.modernize.cmdb.similarity.search.SimilarAssets;
import io.modernize.cmdb.similarity.search.TopK;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex;
import io.modernize.cmdb.similarity.search.application.TextIndex;
import io.modernize.cmdb.similarity.search.application.TextIndex.TextQuery;
import io.modernize.cmdb.similarity.search.application.TextIndexContract;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.tenancy.persistence.KeptLogins;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
class PostgresTextIndexIT extends TextIndexContract {
    private final DatabaseWorld world;
    private final TextIndex index;
    private final ClientAccountRegistry registry;

    @Autowired
    PostgresTextIndexIT(
            DatabaseWorld world, TextIndex index, EmbeddingIndex embeddings, ClientAccountRegistry registry) {
        super(world, index, embeddings);
        this.world = world;
        this.index = index;
        this.registry = registry;
    }

    @Override
    protected EmbeddingSpace newActiveSpace(int dimensions) {
        EmbeddingSpace space = world.newSpace(dimensions);
        JdbcClient owner = KeptLogins.owner();
        owner.sql("update embedding_spaces set active = false where active and id <> ?")
                .param(space.id().value())
                .update();
        owner.sql("update embedding_spaces set active = true where not active and id = ?")
                .param(space.id().value())
                .update();
        return space;
    }

    @Override
    protected void deleteEngagement(EngagementId engagementId) {
        registry.deleteEngagement(clients.northwind(), engagementId);
    }

    @Test
    void findsOtherFormsOfAnEnglishWordAndHighlightsThem() {
        save(AssetAttributes.named("one").description("the billing database"));
        save(AssetAttributes.named("two").description("a printer"));

        SimilarAssets found = search("Databases billed", AssetFilter.none(), 10);

        assertThat(names(found)).containsExactly("one");
        assertThat(Objects.requireNonNull(found.hits().getFirst().explanation().text())
                        .fields()
                        .getFirst()
                        .passage())
                .containsExactly(
                        new Part("the ", false),
                        new Part("billing", true),
                        new Part(" ", false),
                        new Part("database", true));
    }

    @ParameterizedTest
    @CsvSource({
        "srv-koji-0815, srv-koji-0816",
        "srv-koji-0815, srv-kopi-0815",
        "srv-koji-0815, srvkoji-0815",
        "srv-koji-0815.example.org, srv-koji-08l5",
        "CZ3142ABCD, cz3142abed",
        "CZ3142ABCD, cz3124abcd",
        "it's\\odd-77, it's\\odb-77"
    })
    void forgivesATypingErrorInALongIdentifier(String identifier, String typed) {
        save(AssetAttributes.named("app").serialNumber(identifier));
        save(AssetAttributes.named(identifier));
        save(AssetAttributes.named("printer").serialNumber("9999999999"));

        SimilarAssets found = search(typed, AssetFilter.none(), 10);

        assertThat(names(found)).containsExactlyInAnyOrder("app", identifier);
        assertThat(found.hits())
                .allSatisfy(hit -> assertThat(hit.explanation().identifier()).isNull());
    }

    @Test
    void forgivesNoTypingErrorInAShortOne() {
        save(AssetAttributes.named("a1b2c3"));

        assertThat(search("a1b2c4", AssetFilter.none(), 10).hits()).isEmpty();
    }

    @Test
    void ranksTheRarestWordsOfMoreMatchesThanItRanks() {
        saveMany(2_050, "srv-", "common server");
        save(AssetAttributes.named("rare").description("common zeppelin server"));
        save(AssetAttributes.named("srv"));
        save(AssetAttributes.named("srv-koji-0815"));

        SimilarAssets byWord = search("common zeppelin server", AssetFilter.none(), 3);
        SimilarAssets common = search("common server", AssetFilter.none(), 100);
        SimilarAssets typed = search("srv", AssetFilter.none(), 10);
        SimilarAssets mistyped = search("srv-kopi-0815", AssetFilter.none(), 10);

        assertThat(names(byWord).getFirst()).isEqualTo("rare");
        assertThat(byWord.candidates()).isEqualTo(CandidateCount.atLeast(TextSql.MOST_MATCHES));
        assertThat(common.hits()).hasSize(100);
        assertThat(common.candidates()).isEqualTo(CandidateCount.atLeast(TextSql.MOST_MATCHES));
        assertThat(common.completeness()).isEqualTo(new Completeness.Complete());
        assertThat(names(typed)).startsWith("srv").hasSize(10);
        assertThat(names(mistyped)).contains("srv-koji-0815");
    }

    @Test
    void searchesTheIndexWithTheApplicationsLogin() {
        saveMany(3_000, "web-", "common server");
        save(AssetAttributes.named("rare").description("zeppelin"));
        KeptLogins.owner().sql("analyze cmdb_asset_texts").update();

        long[] read = world.transactions().inScope(clients.northwindScope(), () -> {
            assertThat(world.jdbc().sql("""
                select count(*) from search_asset_texts(query_text => 'zeppelin', depth => 10)
                """).query(Long.class).single()).isEqualTo(1);
            return new long[] {
                ofThisTransaction("numscans", "cmdb_asset_texts_document"),
                ofThisTransaction("numscans", "cmdb_asset_texts"),
                ofThisTransaction("tuples_fetched", "cmdb_asset_texts")
            };
        });

        assertThat(read[0]).as("scans of the index").isPositive();
        assertThat(read[1]).as("scans of the table").isZero();
        // Some 1,000 are counted and 300 sampled, whatever there is; a scan would read all 3,001.
        assertThat(read[2]).as("rows that were read").isBetween(1L, 1_400L);
    }

    private long ofThisTransaction(String statistic, String relation) {
        return world.jdbc()
                .sql("select pg_stat_get_xact_" + statistic + "('" + relation + "'::regclass)")
                .query(Long.class)
                .single();
    }

    private void saveMany(int count, String prefix, String description) {
        List<AssetDraft> drafts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            drafts.add(new AssetDraft(
                    new AssetKey("test", "many-" + i),
                    AssetAttributes.named(prefix + (char) ('a' + i % 26) + (char) ('a' + i / 26 % 26))
                            .description(description)
                            .build()));
        }
        world.catalog().save(clients.northwindScope(), clients.exit(), drafts);
    }

    private void save(AssetAttributes.Builder attributes) {
        AssetAttributes built = attributes.build();
        world.catalog()
                .save(
                        clients.northwindScope(),
                        clients.exit(),
                        List.of(new AssetDraft(new AssetKey("test", "key " + built.name()), built)));
    }

    private SimilarAssets search(String text, AssetFilter filter, int topK) {
        return index.matching(
                clients.northwindScope(), new TextQuery(new QueryText(text), new TopK(topK), filter, null, true));
    }

    private static List<String> names(SimilarAssets found) {
        return found.hits().stream().map(hit -> hit.asset().attributes().name()).toList();
    }
}
