package io.modernize.cmdb.inventory.application;

import io.modernize.cmdb.tenancy.TenantScope;
import java.nio.file.Path;

/**
 * What to export, and where to.
 *
 * @param scope whose engagements are exported
 * @param directory empty, missing, or that of an export of the same scope which was cut off
 */
public record ExportRequest(TenantScope scope, Path directory, boolean withEmbeddings) {}
