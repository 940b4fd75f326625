package io.modernize.cmdb.inventory.batch;

import io.modernize.cmdb.inventory.ImportRefusal;

/** What came of looking a file through. */
sealed interface SourceInspection {

    record Readable(SourceFile file) implements SourceInspection {}

    record Unreadable(ImportRefusal refusal) implements SourceInspection {}
}
