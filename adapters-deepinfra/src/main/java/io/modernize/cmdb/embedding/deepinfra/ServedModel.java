package io.modernize.cmdb.embedding.deepinfra;

import java.util.List;
import java.util.Optional;

/**
 * A model that DeepInfra is known to serve.
 *
 * @param dimensions the native length of its vectors
 * @param maxInputTokens the length of its context
 * @param matryoshka whether it was trained so that a vector's first values are a smaller embedding. Only then may fewer
 *     dimensions be asked for; cut vectors of any other model would be poor
 */
record ServedModel(String name, int dimensions, int maxInputTokens, boolean matryoshka, Prompts prompts) {
    /** The instruction of the authors of the English BGE models. */
    private static final Prompts BGE_ENGLISH =
            new Prompts("Represent this sentence for searching relevant passages: ", "");

    /** The instruction of Qwen's models. They take a task, which is written in English and for queries only. */
    private static final Prompts QWEN = new Prompts(
            "Instruct: Given a search query, retrieve the configuration items of an IT landscape that match it\nQuery:",
            "");

    private static final Prompts GEMMA = new Prompts("task: search result | query: ", "title: none | text: ");
    private static final Prompts E5 = new Prompts("query: ", "passage: ");

    private static final List<ServedModel> CATALOGUE = List.of(
            fixed("BAAI/bge-base-en-v1.5", 768, 512, BGE_ENGLISH),
            fixed("BAAI/bge-large-en-v1.5", 1_024, 512, BGE_ENGLISH),
            fixed("BAAI/bge-m3", 1_024, 8_192, Prompts.NONE),
            matryoshka("Qwen/Qwen3-Embedding-0.6B", 1_024, 32_768, QWEN),
            matryoshka("Qwen/Qwen3-Embedding-4B", 2_560, 32_768, QWEN),
            matryoshka("Qwen/Qwen3-Embedding-8B", 4_096, 32_768, QWEN),
            fixed("google/embeddinggemma-300m", 768, 2_048, GEMMA),
            fixed("intfloat/e5-base-v2", 768, 512, E5),
            fixed("intfloat/e5-large-v2", 1_024, 512, E5),
            fixed("intfloat/multilingual-e5-large", 1_024, 512, E5),
            fixed("sentence-transformers/all-MiniLM-L6-v2", 384, 512, Prompts.NONE),
            fixed("thenlper/gte-base", 768, 512, Prompts.NONE),
            fixed("thenlper/gte-large", 1_024, 512, Prompts.NONE));

    static Optional<ServedModel> named(String name) {
        return CATALOGUE.stream().filter(model -> model.name.equals(name)).findFirst();
    }

    static List<ServedModel> all() {
        return CATALOGUE;
    }

    private static ServedModel fixed(String name, int dimensions, int maxInputTokens, Prompts prompts) {
        return new ServedModel(name, dimensions, maxInputTokens, false, prompts);
    }

    private static ServedModel matryoshka(String name, int dimensions, int maxInputTokens, Prompts prompts) {
        return new ServedModel(name, dimensions, maxInputTokens, true, prompts);
    }
}
