package io.modernize.cmdb.tenancy;

/**
 * A migration engagement: a project inside one client account. Each asset belongs to one engagement.
 *
 * @param slug a short name for people and command lines, unique in the client account
 */
public record Engagement(ClientAccountId clientAccountId, EngagementId id, Slug slug, String name) {}
