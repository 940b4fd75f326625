package io.modernize.cmdb;

import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.ModelProfile;
import io.modernize.cmdb.embedding.application.EmbeddingModel;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException;
import io.modernize.cmdb.embedding.application.HashingEmbeddingModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Embeds deterministically, remembers what it was asked for, and lets things happen between reading and storing. */
public final class ScriptedEmbeddingModel implements EmbeddingModel {
    /** So few that a handful of assets makes several batches. */
    public static final int BATCH = 8;

    private final HashingEmbeddingModel model =
            new HashingEmbeddingModel(new ModelProfile("hashing", "hashed-words", 64, BATCH, 512));
    private final List<String> documents = new ArrayList<>();
    private final Map<Integer, Runnable> duringCall = new HashMap<>();
    private Predicate<String> refused = text -> false;
    private int calls;

    /** Forgets documents, calls and what was to happen. */
    public void reset() {
        documents.clear();
        duringCall.clear();
        refused = text -> false;
        calls = 0;
        model.failNext(0, new EmbeddingUnavailableException(EmbeddingUnavailableException.Reason.UNREACHABLE, ""));
    }

    /** Documents that vectors were returned for, in order. */
    public List<String> documents() {
        return List.copyOf(documents);
    }

    /** Calls of either outcome. */
    public int calls() {
        return calls;
    }

    /** Runs this while the given call is under way: after its assets were read, before their vectors are stored. */
    public void during(int call, Runnable event) {
        duringCall.put(call, event);
    }

    /** Makes that call, and the ones behind it, fail so many times. */
    public void failFrom(int call, int times, EmbeddingUnavailableException failure) {
        during(call, () -> model.failNext(times, failure));
    }

    /** Refuses each call with such a text from now on. */
    public void refuse(Predicate<String> texts) {
        refused = texts;
    }

    @Override
    public ModelProfile profile() {
        return model.profile();
    }

    @Override
    public List<EmbeddingVector> embedDocuments(List<String> texts) {
        calls++;
        duringCall.getOrDefault(calls, () -> {}).run();
        if (texts.stream().anyMatch(refused)) {
            throw new EmbeddingUnavailableException(
                    EmbeddingUnavailableException.Reason.INPUT_REFUSED, "the provider answers 422");
        }
        List<EmbeddingVector> vectors = model.embedDocuments(texts);
        documents.addAll(texts);
        return vectors;
    }

    @Override
    public EmbeddingVector embedQuery(String query) {
        return model.embedQuery(query);
    }

    public EmbeddingVector vectorOf(String text) {
        return model.vectorOf(text);
    }
}
