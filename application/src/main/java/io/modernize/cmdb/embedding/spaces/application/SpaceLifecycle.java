package io.modernize.cmdb.embedding.spaces.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.ModelProfile;
import java.util.List;

/** Beginning and end of embedding spaces, for all client accounts. The operator's: no user's request reaches it. */
public interface SpaceLifecycle {
    /**
     * The space of that model and template version, created where it is missing, and made the common one where there is
     * none yet.
     */
    EmbeddingSpace ensure(ModelProfile model, int templateVersion);

    /** All spaces, oldest first. */
    List<LivingSpace> all();

    /**
     * Has all client accounts search by this space from now on, in one transaction. The common space before stays
     * maintained by each of them, so that the way back is the same.
     */
    void activateForAll(EmbeddingSpace space);

    /**
     * Drops a space with all embeddings in it, whatever their number, at once.
     *
     * @return false where somebody searches by it, and nothing was dropped
     */
    boolean retire(EmbeddingSpace space);

    /**
     * A space and who searches by it.
     *
     * @param common whether client accounts do that have not changed to another
     * @param accountsActive client accounts that have changed to it themselves
     * @param accountsMaintaining client accounts whose assets are embedded in it besides the one they search by
     */
    record LivingSpace(EmbeddingSpace space, boolean common, long accountsActive, long accountsMaintaining) {
        /** Whether any search may go by it. */
        public boolean isSearched() {
            return common || accountsActive > 0;
        }
    }
}
