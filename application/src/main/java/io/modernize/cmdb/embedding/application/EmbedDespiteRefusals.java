package io.modernize.cmdb.embedding.application;

import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Embeds documents even if the model refuses some of them. A provider refuses a whole request for one text that it does
 * not take, and does not say which. A refused call is therefore halved until the refused documents stand alone. Each of
 * them costs about twice the binary logarithm of the number of documents in calls, and n documents never cost more than
 * 2n calls.
 */
public final class EmbedDespiteRefusals {
    /**
     * A text that every model takes. If it is refused as well, the settings are wrong and not the documents, so no
     * document may be called refused.
     */
    static final String HARMLESS = "server";

    private final EmbeddingModel model;

    public EmbedDespiteRefusals(EmbeddingModel model) {
        this.model = model;
    }

    /** The outcome of one document. */
    public sealed interface DocumentOutcome {
        /** The model embedded the document. */
        record Embedded(EmbeddingVector vector) implements DocumentOutcome {}

        /**
         * The model refuses this document, and will do so again.
         *
         * @param reason fit for people, without the text
         */
        record Refused(String reason) implements DocumentOutcome {}
    }

    /**
     * The outcomes of all documents.
     *
     * @param outcomes one for each document, in their order
     * @param tokens the tokens charged for all calls together; empty if the model does not tell
     * @param calls the calls of the model, including refused ones
     */
    public record Result(List<DocumentOutcome> outcomes, OptionalLong tokens, int calls) {
        public Result {
            outcomes = List.copyOf(outcomes);
        }
    }

    /**
     * Embeds the documents that the model takes.
     *
     * @param documents as in {@link EmbeddingModel#embedDocuments}
     * @throws EmbeddingUnavailableException for any other reason than a refusal of inputs, and if the model refuses a
     *     harmless text too; vectors made until then are lost
     */
    public Result embed(List<String> documents) {
        Run run = new Run();
        run.embed(documents);
        return new Result(run.outcomes, run.tokens, run.calls);
    }

    /** The progress of one call, from left to right. */
    private final class Run {
        private final List<DocumentOutcome> outcomes = new ArrayList<>();
        private OptionalLong tokens = OptionalLong.empty();
        private boolean anythingTaken;
        private int calls;

        void embed(List<String> documents) {
            MeteredVectors embedded;
            try {
                embedded = call(documents);
            } catch (EmbeddingUnavailableException e) {
                if (e.reason() != Reason.INPUT_REFUSED) {
                    throw e;
                }
                split(documents, e);
                return;
            }
            anythingTaken = true;
            charge(embedded.tokens());
            embedded.vectors().forEach(vector -> outcomes.add(new DocumentOutcome.Embedded(vector)));
        }

        private void split(List<String> documents, EmbeddingUnavailableException refusal) {
            if (documents.size() == 1) {
                makeSureThatAnythingIsTaken();
                outcomes.add(new DocumentOutcome.Refused(String.valueOf(refusal.getMessage())));
                return;
            }
            int half = documents.size() / 2;
            embed(documents.subList(0, half));
            embed(documents.subList(half, documents.size()));
        }

        private void makeSureThatAnythingIsTaken() {
            if (!anythingTaken) {
                charge(call(List.of(HARMLESS)).tokens());
                anythingTaken = true;
            }
        }

        private MeteredVectors call(List<String> documents) {
            calls++;
            return model.embedDocumentsMetered(documents);
        }

        private void charge(OptionalLong more) {
            if (more.isPresent()) {
                tokens = OptionalLong.of(tokens.orElse(0) + more.getAsLong());
            }
        }
    }
}
