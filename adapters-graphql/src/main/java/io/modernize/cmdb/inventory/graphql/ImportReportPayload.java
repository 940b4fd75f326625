package io.modernize.cmdb.inventory.graphql;

import io.modernize.cmdb.inventory.imports.AssetImportId;
import io.modernize.cmdb.tenancy.TenantScope;

/**
 * GraphQL type {@code ImportReport}. Its field {@code import} has a name that no component can have.
 *
 * @param scope the scope that the import was found in; its rejections are looked up in it. It is not part of the schema
 * @param id the id of the import; its rejections are looked up by it. It is not part of the schema
 */
record ImportReportPayload(ImportPayload summary, TenantScope scope, AssetImportId id) {}
