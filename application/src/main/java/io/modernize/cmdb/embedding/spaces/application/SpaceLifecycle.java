package io.modernize.cmdb.embedding.spaces.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.ModelProfile;
import java.util.List;

/**
 * Creates, activates and deletes embedding spaces for all client accounts. It is for the operator. No user's request
 * reaches it.
 */
public interface SpaceLifecycle {
    /**
     * The space of that model and template version. It is created if it is missing, and becomes the common space if
     * there is none yet.
     */
    EmbeddingSpace ensure(ModelProfile model, int templateVersion);

    /** All spaces, oldest first. */
    List<LivingSpace> all();

    /**
     * Makes the searches of all client accounts use this space from now on, in one transaction. The previous common
     * space stays maintained by each of them, so that the way back is the same.
     */
    void activateForAll(EmbeddingSpace space);

    /**
     * Deletes a space with all its embeddings at once, whatever their number.
     *
     * @return false if searches use the space, and nothing was deleted
     */
    boolean retire(EmbeddingSpace space);

    /**
     * A space, and the client accounts that use it.
     *
     * @param common whether client accounts search it that have not changed to another one
     * @param accountsActive the number of client accounts that have changed to it themselves
     * @param accountsMaintaining the number of client accounts that maintain it beside the space that they search
     */
    record LivingSpace(EmbeddingSpace space, boolean common, long accountsActive, long accountsMaintaining) {
        /** Whether any search may use the space. */
        public boolean isSearched() {
            return common || accountsActive > 0;
        }
    }
}
