package io.modernize.cmdb.administration.auditlog.graphql;

/** GraphQL input {@code AuditActorInput}. */
record AuditActorInput(String directoryTenantId, String objectId) {}
