package io.modernize.cmdb.inventory;

import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.EngagementId;
import java.util.UUID;

/**
 * Assets of an engagement are new, or their descriptions have changed. The event is stored in a table without row-level
 * security before anybody hears of it, so it contains identifiers only.
 *
 * @param changeId identifies this change. The registry of events compares events by their content, and would otherwise
 *     take all events of an engagement for one
 */
public record AssetsChanged(UUID changeId, ClientAccountId clientAccountId, EngagementId engagementId) {
    /** The event of another change. */
    public static AssetsChanged in(ClientAccountId clientAccountId, EngagementId engagementId) {
        return new AssetsChanged(UUID.randomUUID(), clientAccountId, engagementId);
    }
}
