package io.modernize.cmdb.similarity.wiring;

import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.embedding.spaces.application.EmbeddingSpaces;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.similarity.duplicates.DuplicatePolicy;
import io.modernize.cmdb.similarity.duplicates.application.DuplicateGroups;
import io.modernize.cmdb.similarity.duplicates.application.DuplicateScans;
import io.modernize.cmdb.similarity.duplicates.application.FindDuplicates;
import io.modernize.cmdb.similarity.duplicates.application.GroupDuplicates;
import io.modernize.cmdb.similarity.duplicates.application.NearIdenticalAssets;
import io.modernize.cmdb.similarity.duplicates.application.PairDuplicates;
import io.modernize.cmdb.similarity.duplicates.application.ReviewDuplicates;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DuplicateWiring {
    @Bean
    FindDuplicates findDuplicates(
            AssetCatalog catalog,
            EmbeddingSpaces spaces,
            EmbeddingStore store,
            EmbeddingIndex index,
            DuplicateScans scans,
            TenantTransactions transactions) {
        DuplicatePolicy policy = new DuplicatePolicy();
        return new FindDuplicates(
                catalog,
                scans,
                new PairDuplicates(catalog, new NearIdenticalAssets(spaces, store, index), scans, policy),
                new GroupDuplicates(catalog, policy),
                transactions,
                Clock.systemUTC());
    }

    @Bean
    ReviewDuplicates reviewDuplicates(DuplicateGroups groups) {
        return new ReviewDuplicates(groups, Clock.systemUTC());
    }
}
