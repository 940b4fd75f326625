package io.modernize.cmdb.tenancy;

/**
 * A customer of the migration platform.
 *
 * @param slug a short name for people and command lines, unique among all client accounts
 */
public record ClientAccount(ClientAccountId id, Slug slug, String name) {}
