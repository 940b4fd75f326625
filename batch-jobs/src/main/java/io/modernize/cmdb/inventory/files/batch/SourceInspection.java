package io.modernize.cmdb.inventory.files.batch;

import io.modernize.cmdb.inventory.imports.ImportRefusal;

/** The result of inspecting a file. */
public sealed interface SourceInspection {

    record Readable(SourceFile file) implements SourceInspection {}

    record Unreadable(ImportRefusal refusal) implements SourceInspection {}
}
