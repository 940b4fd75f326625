package io.modernize.cmdb.tenancy.graphql;

/** GraphQL input {@code AuditActorInput}. */
record AuditActorInput(String directoryTenantId, String objectId) {}
