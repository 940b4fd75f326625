package io.modernize.cmdb.tenancy;

/**
 * A customer of the migration platform.
 *
 * @param slug short name for people and command lines, unique over all client accounts
 */
public record ClientAccount(ClientAccountId id, Slug slug, String name) {}
