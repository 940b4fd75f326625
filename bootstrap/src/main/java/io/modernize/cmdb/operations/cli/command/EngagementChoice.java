package io.modernize.cmdb.operations.cli.command;

import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry.EngagementReference;
import java.util.List;
import java.util.function.ToIntBiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;

/** The options that name one engagement. Without them: all engagements of all client accounts. */
public class EngagementChoice {
    @ArgGroup(exclusive = false)
    private @Nullable EngagementOptions one;

    /**
     * Works on the chosen engagements as {@link StartedApplication#workOnEach} does. Throws {@link UsageException} if the
     * named one does not exist.
     */
    public int workOnEach(StartedApplication application, ToIntBiFunction<TenantScope, EngagementId> work) {
        return application.workOnEach(
                engagements(application.getBean(ClientAccountRegistry.class)),
                // One client account at a time: each run has a scope of its own.
                engagement -> work.applyAsInt(
                        TenantScope.forJob(engagement.clientAccountId(), engagement.engagementId()),
                        engagement.engagementId()));
    }

    private List<EngagementReference> engagements(ClientAccountRegistry registry) {
        if (one == null) {
            return registry.allEngagements();
        }
        Engagement engagement = one.resolve(registry);
        return List.of(new EngagementReference(engagement.clientAccountId(), engagement.id()));
    }
}
