package io.modernize.cmdb.embedding.application;

/** The model that client accounts migrate to or from, configured beside the other one. */
public record NextEmbeddingModel(EmbeddingModel model) {}
