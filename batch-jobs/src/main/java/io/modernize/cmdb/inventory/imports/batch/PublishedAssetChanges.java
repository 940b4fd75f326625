package io.modernize.cmdb.inventory.imports.batch;

import io.modernize.cmdb.inventory.AssetsChanged;
import io.modernize.cmdb.inventory.application.AssetChanges;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Announces changes as events. Spring Modulith stores them in the same transaction, for listeners after its commit. */
@Component
class PublishedAssetChanges implements AssetChanges {
    private final ApplicationEventPublisher publisher;

    PublishedAssetChanges(ApplicationEventPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public void announce(TenantScope scope, EngagementId engagementId) {
        publisher.publishEvent(AssetsChanged.in(scope.clientAccountId(), engagementId));
    }
}
