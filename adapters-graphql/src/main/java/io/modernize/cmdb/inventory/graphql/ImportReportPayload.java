package io.modernize.cmdb.inventory.graphql;

import io.modernize.cmdb.inventory.imports.AssetImportId;
import io.modernize.cmdb.tenancy.TenantScope;

/**
 * GraphQL type {@code ImportReport}; its field {@code import} has a name that no component can have.
 *
 * @param scope that the import was found in; not part of the schema, but what its rejections are looked up in
 * @param id likewise
 */
record ImportReportPayload(ImportPayload summary, TenantScope scope, AssetImportId id) {}
