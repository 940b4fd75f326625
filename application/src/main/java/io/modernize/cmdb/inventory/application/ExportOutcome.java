package io.modernize.cmdb.inventory.application;

import io.modernize.cmdb.tenancy.Slug;
import java.nio.file.Path;
import java.util.List;

/** What came of an export. */
public sealed interface ExportOutcome {
    record Completed(List<ExportedEngagement> engagements) implements ExportOutcome {
        public Completed {
            engagements = List.copyOf(engagements);
        }
    }

    /** Another process imports into one of the engagements right now; nothing was written. */
    record EngagementBusy() implements ExportOutcome {}

    /** The directory cannot be used; nothing was written. */
    record Refused(String reason) implements ExportOutcome {}

    /** The directory could not be written to; the same request begins anew. */
    record Interrupted(String reason) implements ExportOutcome {}

    /** @param folder where the engagement's files lie */
    record ExportedEngagement(Slug engagement, Path folder, List<ExportedFile> files) {
        public ExportedEngagement {
            files = List.copyOf(files);
        }
    }

    /**
     * @param rows lines, without a header
     * @param sha256 in lower-case hex digits
     */
    record ExportedFile(String name, long rows, long bytes, String sha256) {}
}
