package io.modernize.cmdb.similarity.search.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.search.MinimumScore;
import io.modernize.cmdb.similarity.search.SearchMode;
import io.modernize.cmdb.similarity.search.TopK;
import io.modernize.cmdb.similarity.search.application.AssetsLikeOutcome.AssetUnknown;
import io.modernize.cmdb.similarity.search.application.AssetsLikeOutcome.Found;
import io.modernize.cmdb.similarity.search.application.AssetsLikeOutcome.NotEmbeddedYet;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FindAssetsLikeTests {
    private final SearchWorld world = new SearchWorld();
    private final FindAssetsLike find =
            new FindAssetsLike(world.catalog, world.spaces, world.index, world.index, world.texts);
    private AssetId oracle;

    @BeforeEach
    void createAssets() {
        oracle = world.saveFourAndEmbed();
    }

    @Test
    void findsOthersNearestFirstAndNeverTheAssetItself() {
        assertThat(names(find(world.clients.northwindScope(), oracle))).containsExactly("erp", "prn");
    }

    @Test
    void looksInsideTheScopeOnly() {
        assertThat(names(find(world.clients.exitScope(), oracle))).containsExactly("prn");
    }

    @Test
    void usesTheStoredVector() {
        int before = world.model.documentCalls();

        find(world.clients.northwindScope(), oracle);

        assertThat(world.model.queryCalls()).isZero();
        assertThat(world.model.documentCalls()).isEqualTo(before);
    }

    @Test
    void saysThatAnAssetIsNotEmbeddedYet() {
        AssetId fresh = world.save(world.clients.northwindScope(), world.clients.exit(), "new", "new server");

        assertThat(find(world.clients.northwindScope(), fresh)).isEqualTo(new NotEmbeddedYet());
    }

    @Test
    void answersAlikeForForeignAndUnknownAssets() {
        AssetId fresh = world.save(world.clients.northwindScope(), world.clients.exit(), "new", "new server");

        assertThat(find(world.clients.harborScope(), oracle)).isEqualTo(new AssetUnknown());
        assertThat(find(world.clients.harborScope(), fresh)).isEqualTo(new AssetUnknown());
        assertThat(find(world.clients.erpScope(), oracle)).isEqualTo(new AssetUnknown());
        assertThat(find(world.clients.northwindScope(), new AssetId(UUID.randomUUID())))
                .isEqualTo(new AssetUnknown());
    }

    @Test
    void findsThoseThatShareWords() {
        assertThat(names(find(world.clients.northwindScope(), oracle, SearchMode.LEXICAL)))
                .containsExactly("erp");
        assertThat(names(find(world.clients.exitScope(), oracle, SearchMode.LEXICAL)))
                .isEmpty();
    }

    @Test
    void findsByWordsWhatIsNotEmbeddedYet() {
        AssetId fresh = world.save(world.clients.northwindScope(), world.clients.exit(), "new", "oracle server");

        assertThat(names(find(world.clients.northwindScope(), fresh, SearchMode.LEXICAL)))
                .containsExactlyInAnyOrder("ora", "erp");
        assertThat(find(world.clients.northwindScope(), fresh, SearchMode.HYBRID))
                .isEqualTo(new NotEmbeddedYet());
    }

    @Test
    void findsByWordsAndVectorTogether() {
        world.save(world.clients.northwindScope(), world.clients.exit(), "new", "oracle database billing");

        assertThat(names(find(world.clients.northwindScope(), oracle, SearchMode.HYBRID)))
                .startsWith("erp")
                .containsExactlyInAnyOrder("erp", "prn", "new");
        assertThat(world.model.queryCalls()).isZero();
    }

    @Test
    void answersAlikeForForeignAndUnknownAssetsInEveryMode() {
        for (SearchMode mode : SearchMode.values()) {
            assertThat(find(world.clients.harborScope(), oracle, mode)).isEqualTo(new AssetUnknown());
            assertThat(find(world.clients.northwindScope(), new AssetId(UUID.randomUUID()), mode))
                    .isEqualTo(new AssetUnknown());
        }
    }

    private AssetsLikeOutcome find(TenantScope scope, AssetId assetId) {
        return find(scope, assetId, SearchMode.SEMANTIC);
    }

    private AssetsLikeOutcome find(TenantScope scope, AssetId assetId, SearchMode mode) {
        return find.find(
                new AssetsLikeQuery(scope, assetId, mode, new TopK(5), AssetFilter.none(), MinimumScore.NONE, false));
    }

    private static List<String> names(AssetsLikeOutcome outcome) {
        assertThat(outcome).isInstanceOf(Found.class);
        return outcome instanceof Found found ? SearchWorld.names(found.assets()) : List.of();
    }
}
