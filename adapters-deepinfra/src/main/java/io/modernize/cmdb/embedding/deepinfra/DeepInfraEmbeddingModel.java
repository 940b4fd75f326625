package io.modernize.cmdb.embedding.deepinfra;

import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.ModelProfile;
import io.modernize.cmdb.embedding.application.BulkCapacity;
import io.modernize.cmdb.embedding.application.EmbeddingModel;
import io.modernize.cmdb.embedding.application.MeteredVectors;
import io.modernize.cmdb.embedding.application.QueryLength;
import io.modernize.cmdb.embedding.protocol.deepinfra.RequestPlan;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A model hosted by DeepInfra. Texts leave this process.
 *
 * <p>The provider decides whether it cuts or refuses a text beyond the model's context. A refusal is {@code
 * INPUT_REFUSED}. The class is safe for concurrent use: a call sends its requests side by side, and {@link
 * RequestSlots} bounds the number of running requests of all calls. While the provider fails, calls fail at once
 * ({@link Breaker}).
 */
final class DeepInfraEmbeddingModel implements EmbeddingModel, AutoCloseable {
    private final ChosenModel model;
    private final RequestPlan plan;
    private final ModelRequests requests;
    private final GuardedEndpoint endpoint;
    private final Patience documentPatience;
    private final Patience queryPatience;

    DeepInfraEmbeddingModel(
            ChosenModel model,
            RequestPlan plan,
            ModelRequests requests,
            GuardedEndpoint endpoint,
            Patience documentPatience,
            Patience queryPatience) {
        this.model = model;
        this.plan = plan;
        this.requests = requests;
        this.endpoint = endpoint;
        this.documentPatience = documentPatience;
        this.queryPatience = queryPatience;
    }

    @Override
    public ModelProfile profile() {
        return model.profile();
    }

    @Override
    public List<EmbeddingVector> embedDocuments(List<String> documents) {
        return embedDocumentsMetered(documents).vectors();
    }

    /**
     * Embeds documents in as many requests as the number and length of the texts demand. Each request is repeated by
     * itself, and the tokens of all are told.
     */
    @Override
    public MeteredVectors embedDocumentsMetered(List<String> documents) {
        if (documents.isEmpty() || documents.size() > profile().maxInputs()) {
            throw new IllegalArgumentException(documents.size() + " documents; a call takes 1 to "
                    + profile().maxInputs());
        }
        documents.forEach(DeepInfraEmbeddingModel::refuseBlank);
        List<String> inputs = documents.stream().map(model.prompts()::document).toList();
        return together(RequestFan.callAll(
                plan.split(inputs), request -> requests.embed(request, Urgency.DOCUMENTS, documentPatience)));
    }

    /**
     * The capacity with one request for each call, so that only the texts that share a request with a refused one have
     * to be sent again.
     */
    @Override
    public BulkCapacity bulkCapacity() {
        return new BulkCapacity(Math.min(plan.maxInputs(), profile().maxInputs()), endpoint.requestsAtOnce());
    }

    @Override
    public OptionalDouble pricePerMillionTokens() {
        return endpoint.pricePerMillionTokens();
    }

    /**
     * The number of requests that the service begins with. Later the provider may bear more. Client accounts still share
     * this number, because it is what nearly always is there.
     */
    @Override
    public int queriesAtOnce(QueryLength length) {
        return endpoint.firstRequestsAtOnce();
    }

    @Override
    public EmbeddingVector embedQuery(String query) {
        refuseBlank(query);
        List<List<String>> inputs = plan.split(List.of(model.prompts().query(query)));
        return requests.embed(inputs.getFirst(), Urgency.QUERY, queryPatience)
                .vectors()
                .getFirst();
    }

    @Override
    public void close() {
        endpoint.close();
    }

    /**
     * The vectors and tokens of all parts together. If the tokens of a part are missing, no tokens are told, because
     * the others would tell too little.
     */
    private static MeteredVectors together(List<MeteredVectors> parts) {
        boolean metered = parts.stream().allMatch(part -> part.tokens().isPresent());
        return new MeteredVectors(
                parts.stream().flatMap(part -> part.vectors().stream()).toList(),
                metered
                        ? OptionalLong.of(parts.stream()
                                .mapToLong(part -> part.tokens().orElseThrow())
                                .sum())
                        : OptionalLong.empty());
    }

    private static void refuseBlank(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a blank text has no embedding");
        }
    }
}
