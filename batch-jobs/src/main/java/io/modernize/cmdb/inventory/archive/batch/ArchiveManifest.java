package io.modernize.cmdb.inventory.archive.batch;

import io.modernize.cmdb.inventory.application.ExportOutcome.ExportedFile;
import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.Engagement;
import java.time.Instant;
import java.util.List;

/**
 * The content of {@code manifest.json} for an exported engagement. It is written last: if it exists, all files are
 * complete.
 */
record ArchiveManifest(
        String format,
        int formatVersion,
        Instant exportedAt,
        Named clientAccount,
        Named engagement,
        List<ExportedFile> files) {
    private static final String FORMAT = "cmdb-similarity-export";

    /** To be raised where a reader of an earlier one would misunderstand. */
    private static final int FORMAT_VERSION = 2;

    record Named(String slug, String name) {}

    static ArchiveManifest of(
            ClientAccount account, Engagement engagement, List<ExportedFile> files, Instant exportedAt) {
        return new ArchiveManifest(
                FORMAT,
                FORMAT_VERSION,
                exportedAt,
                new Named(account.slug().value(), account.name()),
                new Named(engagement.slug().value(), engagement.name()),
                files);
    }
}
