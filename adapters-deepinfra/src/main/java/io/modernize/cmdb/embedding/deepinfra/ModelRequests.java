package io.modernize.cmdb.embedding.deepinfra;

import io.modernize.cmdb.embedding.application.MeteredVectors;
import io.modernize.cmdb.embedding.protocol.deepinfra.EmbeddingsRequest;
import io.modernize.cmdb.embedding.protocol.deepinfra.EncodingFormat;
import java.util.List;

/** Sends one model's inputs as requests of the protocol, each again where its failure may pass. */
final class ModelRequests {
    private final ChosenModel model;
    private final EncodingFormat encodingFormat;
    private final GuardedEndpoint endpoint;
    private final Retries retries;

    ModelRequests(ChosenModel model, EncodingFormat encodingFormat, GuardedEndpoint endpoint, Retries retries) {
        this.model = model;
        this.encodingFormat = encodingFormat;
        this.endpoint = endpoint;
        this.retries = retries;
    }

    /**
     * One request. Blocks until its vectors have come or the patience is over.
     *
     * @param inputs prefixes included, as many as a request takes
     * @throws io.modernize.cmdb.embedding.application.EmbeddingUnavailableException of the last attempt
     */
    MeteredVectors embed(List<String> inputs, Urgency urgency, Patience patience) {
        EmbeddingsRequest request = new EmbeddingsRequest(
                model.profile().model(), inputs, encodingFormat.wireName(), model.requestedDimensions());
        return retries.call(patience, () -> endpoint.embed(request, urgency, patience));
    }
}
