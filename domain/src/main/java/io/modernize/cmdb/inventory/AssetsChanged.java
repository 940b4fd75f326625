package io.modernize.cmdb.inventory;

import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.EngagementId;

/**
 * Assets of an engagement are new or describe something else. It is written down before anybody hears of it, where there
 * is no row-level security: identifiers only.
 */
public record AssetsChanged(ClientAccountId clientAccountId, EngagementId engagementId) {}
