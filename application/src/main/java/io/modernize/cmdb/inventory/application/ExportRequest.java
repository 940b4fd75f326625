package io.modernize.cmdb.inventory.application;

import io.modernize.cmdb.tenancy.TenantScope;
import java.nio.file.Path;

/**
 * A request for an export.
 *
 * @param scope the scope whose engagements are exported
 * @param directory empty, missing, or the directory of an interrupted export of the same scope
 */
public record ExportRequest(TenantScope scope, Path directory, boolean withEmbeddings) {}
