package io.modernize.cmdb.similarity.spaces.graphql;

import static io.modernize.cmdb.tenancy.Permission.ACCOUNT_MANAGE;

import io.modernize.cmdb.api.arguments.ScopeArguments;
import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.embedding.spaces.application.EmbeddingSpaces;
import io.modernize.cmdb.similarity.spaces.application.ChangeSpace;
import io.modernize.cmdb.similarity.spaces.application.SpaceComparisons;
import io.modernize.cmdb.tenancy.Requires;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Shows the embedding spaces of a client account, and changes the one that its searches use. */
@Controller
final class SpaceController {
    private final EmbeddingSpaces spaces;
    private final EmbeddingStore store;
    private final SpaceComparisons comparisons;
    private final ChangeSpace changeSpace;

    SpaceController(
            EmbeddingSpaces spaces, EmbeddingStore store, SpaceComparisons comparisons, ChangeSpace changeSpace) {
        this.spaces = spaces;
        this.store = store;
        this.comparisons = comparisons;
        this.changeSpace = changeSpace;
    }

    @QueryMapping
    List<EmbeddingSpacePayload> embeddingSpaces(@Requires(ACCOUNT_MANAGE) TenantScope scope) {
        ScopeArguments.requireAllEngagements(scope);
        EmbeddingSpace active = spaces.active(scope);
        return spaces.maintained(scope).stream()
                .map(space -> EmbeddingSpacePayload.from(
                        space,
                        space.equals(active),
                        store.count(scope, space),
                        store.countDue(scope, space),
                        comparisons.last(scope, active, space)))
                .toList();
    }

    @MutationMapping
    ChangeEmbeddingSpacePayload changeEmbeddingSpace(
            @Requires(ACCOUNT_MANAGE) TenantScope scope, @Argument @Nullable ChangeEmbeddingSpaceInput input) {
        ScopeArguments.requireAllEngagements(scope);
        return ChangeEmbeddingSpacePayload.from(
                changeSpace.change(scope, input != null && Boolean.TRUE.equals(input.force())));
    }
}
