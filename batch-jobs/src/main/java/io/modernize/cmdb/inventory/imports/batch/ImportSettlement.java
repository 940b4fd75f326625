package io.modernize.cmdb.inventory.imports.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The results of an import's last step. */
record ImportSettlement(
        long missing,
        long deleted,
        List<String> warnings,
        Optional<Path> rejectionReport,
        Optional<Path> missingReport) {}
