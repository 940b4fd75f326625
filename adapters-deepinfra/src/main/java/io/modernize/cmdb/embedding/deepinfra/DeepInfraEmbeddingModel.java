package io.modernize.cmdb.embedding.deepinfra;

import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.ModelProfile;
import io.modernize.cmdb.embedding.application.EmbeddingModel;
import java.util.ArrayList;
import java.util.List;

/**
 * A model hosted by DeepInfra. Texts leave this process.
 *
 * <p>Whether the provider cuts or refuses a text beyond the model's context is its own affair; a refusal is
 * {@code INPUT_REFUSED}. Safe for concurrent use; a call has one request under way at a time, so that calls times one
 * stay below the provider's 200 concurrent requests.
 */
final class DeepInfraEmbeddingModel implements EmbeddingModel, AutoCloseable {
    private final ChosenModel model;
    private final EncodingFormat encodingFormat;
    private final RequestPlan plan;
    private final EmbeddingsEndpoint endpoint;
    private final Retries retries;
    private final Patience documentPatience;
    private final Patience queryPatience;

    DeepInfraEmbeddingModel(
            ChosenModel model,
            EncodingFormat encodingFormat,
            EmbeddingsEndpoint endpoint,
            Retries retries,
            Patience documentPatience,
            Patience queryPatience) {
        this.model = model;
        this.encodingFormat = encodingFormat;
        this.plan = new RequestPlan(model.profile().dimensions());
        this.endpoint = endpoint;
        this.retries = retries;
        this.documentPatience = documentPatience;
        this.queryPatience = queryPatience;
    }

    @Override
    public ModelProfile profile() {
        return model.profile();
    }

    /** Likewise, in as many requests as the texts' length demands. Each is tried again by itself. */
    @Override
    public List<EmbeddingVector> embedDocuments(List<String> documents) {
        if (documents.isEmpty() || documents.size() > profile().maxInputs()) {
            throw new IllegalArgumentException(documents.size() + " documents; a call takes 1 to "
                    + profile().maxInputs());
        }
        documents.forEach(DeepInfraEmbeddingModel::refuseBlank);
        List<String> inputs = documents.stream().map(model.prompts()::document).toList();
        List<EmbeddingVector> vectors = new ArrayList<>(inputs.size());
        for (List<String> request : plan.split(inputs)) {
            vectors.addAll(embed(request, documentPatience));
        }
        return vectors;
    }

    @Override
    public EmbeddingVector embedQuery(String query) {
        refuseBlank(query);
        List<List<String>> requests = plan.split(List.of(model.prompts().query(query)));
        return embed(requests.getFirst(), queryPatience).getFirst();
    }

    @Override
    public void close() {
        endpoint.close();
    }

    private List<EmbeddingVector> embed(List<String> inputs, Patience patience) {
        EmbeddingsRequest request = new EmbeddingsRequest(
                profile().model(), inputs, encodingFormat.wireName(), model.requestedDimensions());
        return retries.call(patience, () -> endpoint.embed(request, patience.timeout()));
    }

    private static void refuseBlank(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a blank text has no embedding");
        }
    }
}
