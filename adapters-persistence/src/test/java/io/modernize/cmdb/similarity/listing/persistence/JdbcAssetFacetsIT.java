package io.modernize.cmdb.similarity.listing.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.persistence.DatabaseWorld;
import io.modernize.cmdb.inventory.AssetAttribute;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.similarity.filter.AssetCondition;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.filter.CandidateCount;
import io.modernize.cmdb.similarity.filter.Facets;
import io.modernize.cmdb.similarity.filter.Facets.Facet;
import io.modernize.cmdb.similarity.filter.Facets.Field;
import io.modernize.cmdb.similarity.filter.Facets.Value;
import io.modernize.cmdb.similarity.listing.application.AssetFacets;
import io.modernize.cmdb.similarity.search.QueryText;
import io.modernize.cmdb.similarity.search.persistence.TextSql;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
class JdbcAssetFacetsIT {
    private static final EmbeddingVector VECTOR = EmbeddingVector.normalised(new float[] {1, 2, 3});

    @Autowired
    private AssetFacets facets;

    @Autowired
    private DatabaseWorld world;

    private EmbeddingSpace space;
    private int lastKey;

    @BeforeEach
    void createSpace() {
        space = world.newSpace(3);
    }

    @Test
    void countsValuesTheMostFrequentFirst() {
        save(
                world.clients().northwindScope(),
                world.clients().exit(),
                named("a")
                        .environment("Production")
                        .osName("Ubuntu")
                        .location("Oslo")
                        .tags(List.of("pci", "gold")),
                named("b")
                        .environment("production")
                        .osName("Debian")
                        .location("Bergen")
                        .tags(List.of("pci", "PCI")),
                named("c").environment("Test").osName("Windows Server 2022").ciClass("cmdb_ci_win_server"));

        Facets counted = facets.ofCandidates(world.clients().northwindScope(), space, AssetFilter.none(), null);

        assertThat(counted.assets()).isEqualTo(CandidateCount.exactly(3));
        assertThat(values(counted, Field.OS_FAMILY)).containsExactly(new Value("LINUX", 2), new Value("WINDOWS", 1));
        assertThat(values(counted, Field.LOCATION)).containsExactly(new Value("Bergen", 1), new Value("Oslo", 1));
        assertThat(values(counted, Field.TAG))
                .as("as filters by tags, which are exact")
                .containsExactlyInAnyOrder(new Value("pci", 2), new Value("PCI", 1), new Value("gold", 1));
        assertThat(values(counted, Field.CI_CLASS)).containsExactly(new Value("cmdb_ci_win_server", 1));
        // Filters ignore case, so that the two are one.
        assertThat(values(counted, Field.ENVIRONMENT)).hasSize(2);
        assertThat(values(counted, Field.ENVIRONMENT).getFirst().value()).isEqualToIgnoringCase("production");
        assertThat(values(counted, Field.ENVIRONMENT).getFirst().count()).isEqualTo(2);
    }

    @Test
    void looksInsideTheScopeOnly() {
        save(
                world.clients().northwindScope(),
                world.clients().exit(),
                named("a").location("Oslo"));
        save(
                world.clients().northwindScope(),
                world.clients().erp(),
                named("b oracle").location("Bergen"));
        save(
                world.clients().harborScope(),
                world.clients().cloud(),
                named("c oracle").location("Kyoto"));

        assertThat(values(
                        facets.ofCandidates(world.clients().exitScope(), space, AssetFilter.none(), null),
                        Field.LOCATION))
                .containsExactly(new Value("Oslo", 1));
        assertThat(values(
                        facets.ofMatches(
                                world.clients().northwindScope(), new QueryText("oracle"), AssetFilter.none(), null),
                        Field.LOCATION))
                .containsExactly(new Value("Bergen", 1));
        Facets none = facets.ofMatches(world.clients().exitScope(), new QueryText("oracle"), AssetFilter.none(), null);
        assertThat(none.assets()).isEqualTo(CandidateCount.exactly(0));
        assertThat(none.facets())
                .hasSize(Field.values().length)
                .allMatch(facet -> facet.values().isEmpty());
    }

    @Test
    void countsWhatPassesTheFilterAndHasTheWords() {
        save(
                world.clients().northwindScope(),
                world.clients().exit(),
                named("oracle one").environment("Production").location("Oslo"),
                named("oracle two").environment("Test").location("Oslo"),
                named("printer").environment("Production").location("Bergen"));
        AssetFilter production = environment("production");

        assertThat(values(
                        facets.ofCandidates(world.clients().northwindScope(), space, production, null), Field.LOCATION))
                .containsExactly(new Value("Bergen", 1), new Value("Oslo", 1));
        assertThat(values(
                        facets.ofMatches(world.clients().northwindScope(), new QueryText("oracle"), production, null),
                        Field.LOCATION))
                .containsExactly(new Value("Oslo", 1));
    }

    @Test
    void boundsTheValuesOfAField() {
        save(
                world.clients().northwindScope(),
                world.clients().exit(),
                IntStream.range(0, Facets.MAX_VALUES + 5)
                        .mapToObj(i -> named("server " + i).location("place " + i))
                        .toArray(AssetAttributes.Builder[]::new));

        assertThat(values(
                        facets.ofCandidates(world.clients().northwindScope(), space, AssetFilter.none(), null),
                        Field.LOCATION))
                .hasSize(Facets.MAX_VALUES);
    }

    @Test
    void saysThatItCountedAPartOfManyMatches() {
        save(
                world.clients().northwindScope(),
                world.clients().exit(),
                IntStream.range(0, TextSql.MOST_MATCHES + 50)
                        .mapToObj(i -> named("server " + i).location("Oslo"))
                        .toArray(AssetAttributes.Builder[]::new));

        Facets counted =
                facets.ofMatches(world.clients().northwindScope(), new QueryText("server"), AssetFilter.none(), null);

        assertThat(counted.assets()).isEqualTo(CandidateCount.atLeast(TextSql.MOST_MATCHES));
        assertThat(values(counted, Field.LOCATION)).containsExactly(new Value("Oslo", TextSql.MOST_MATCHES));
    }

    private static List<Value> values(Facets facets, Field field) {
        return facets.facets().stream()
                .filter(facet -> facet.field() == field)
                .map(Facet::values)
                .findFirst()
                .orElseThrow();
    }

    private static AssetFilter environment(String value) {
        return AssetFilter.of(AssetCondition.oneOf(AssetAttribute.ENVIRONMENT, value));
    }

    private static AssetAttributes.Builder named(String name) {
        return AssetAttributes.named(name);
    }

    private void save(TenantScope scope, EngagementId engagementId, AssetAttributes.Builder... assets) {
        List<AssetDraft> drafts = new ArrayList<>();
        for (AssetAttributes.Builder asset : assets) {
            drafts.add(new AssetDraft(new AssetKey("servicenow", "key-" + lastKey++), asset.build()));
        }
        world.catalog().save(scope, engagementId, drafts);
        world.embedDue(scope, space, VECTOR);
    }
}
