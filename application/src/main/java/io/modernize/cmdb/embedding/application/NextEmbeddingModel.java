package io.modernize.cmdb.embedding.application;

/** The model that client accounts migrate to or from. It is configured beside the other model. */
public record NextEmbeddingModel(EmbeddingModel model) implements AutoCloseable {
    @Override
    public void close() throws Exception {
        if (model instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }
}
