package io.modernize.cmdb;

import io.modernize.cmdb.embedding.AssetDocumentTemplate;
import io.modernize.cmdb.embedding.application.EmbedDueAssets;
import io.modernize.cmdb.embedding.application.EmbeddingModel;
import io.modernize.cmdb.embedding.application.EmbeddingSpaces;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.inventory.application.AssetImportLog;
import io.modernize.cmdb.inventory.application.AssetRelations;
import io.modernize.cmdb.inventory.application.StoreImportRows;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the jobs need to run: the real persistence adapters, and a model that needs no network. */
@SpringBootApplication
public class BatchTestApplication {
    @Bean
    StoreImportRows storeImportRows(
            AssetCatalog catalog, AssetRelations relations, AssetImportLog log, TenantTransactions transactions) {
        return new StoreImportRows(catalog, relations, log, transactions);
    }

    @Bean
    ScriptedEmbeddingModel embeddingModel() {
        return new ScriptedEmbeddingModel();
    }

    @Bean
    EmbedDueAssets embedDueAssets(EmbeddingModel model) {
        return new EmbedDueAssets(model, new AssetDocumentTemplate());
    }

    @Bean
    SmartInitializingSingleton activeEmbeddingSpace(EmbeddingSpaces spaces, EmbeddingModel model) {
        return () -> spaces.ensureActive(model.profile(), AssetDocumentTemplate.VERSION);
    }

    @Bean
    TestEngagements testEngagements(ClientAccountRegistry registry, TenantTransactions transactions, JdbcClient jdbc) {
        return new TestEngagements(registry, transactions, jdbc);
    }
}
