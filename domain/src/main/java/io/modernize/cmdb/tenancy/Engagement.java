package io.modernize.cmdb.tenancy;

/**
 * A migration engagement: a body of work inside one client account that owns its assets.
 *
 * @param slug short name for people and command lines, unique inside the client account
 */
public record Engagement(ClientAccountId clientAccountId, EngagementId id, Slug slug, String name) {}
