package io.modernize.cmdb.inventory.application;

import io.modernize.cmdb.tenancy.Slug;
import java.nio.file.Path;
import java.util.List;

/** The outcome of an export. */
public sealed interface ExportOutcome {
    record Completed(List<ExportedEngagement> engagements) implements ExportOutcome {
        public Completed {
            engagements = List.copyOf(engagements);
        }
    }

    /** Another process is importing into one of the engagements. Nothing was written. */
    record EngagementBusy() implements ExportOutcome {}

    /** The directory cannot be used. Nothing was written. */
    record Refused(String reason) implements ExportOutcome {}

    /** The directory could not be written to. The same request begins again. */
    record Interrupted(String reason) implements ExportOutcome {}

    /** @param folder the folder with the engagement's files */
    record ExportedEngagement(Slug engagement, Path folder, List<ExportedFile> files) {
        public ExportedEngagement {
            files = List.copyOf(files);
        }
    }

    /**
     * @param rows the number of lines, without a header
     * @param sha256 the digest in lower-case hexadecimal digits
     */
    record ExportedFile(String name, long rows, long bytes, String sha256) {}
}
