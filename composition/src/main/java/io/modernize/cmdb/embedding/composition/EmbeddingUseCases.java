package io.modernize.cmdb.embedding.composition;

import io.modernize.cmdb.embedding.AssetDocumentTemplate;
import io.modernize.cmdb.embedding.application.EmbedClientAccount;
import io.modernize.cmdb.embedding.application.EmbedDueAssets;
import io.modernize.cmdb.embedding.application.EmbeddingModels;
import io.modernize.cmdb.embedding.spaces.application.PrepareSpaces;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;

/** Embedding what is due, with which models and into which spaces. */
public final class EmbeddingUseCases implements BeanRegistrar {
    @Override
    public void register(BeanRegistry registry, Environment environment) {
        registry.registerBean(AssetDocumentTemplate.class);
        registry.registerBean(EmbeddingModels.class);
        registry.registerBean(EmbedDueAssets.class);
        registry.registerBean(EmbedClientAccount.class);
        registry.registerBean(PrepareSpaces.class);
        // Before anything is served: a start without the model of stored vectors must fail, not mix them with others.
        registry.registerBean(
                "preparedEmbeddingSpaces",
                SmartInitializingSingleton.class,
                bean -> bean.supplier(context -> context.bean(PrepareSpaces.class)::prepare));
    }
}
