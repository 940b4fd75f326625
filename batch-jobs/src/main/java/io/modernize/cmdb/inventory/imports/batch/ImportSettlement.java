package io.modernize.cmdb.inventory.imports.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the end of an import brought. */
record ImportSettlement(
        long missing,
        long deleted,
        List<String> warnings,
        Optional<Path> rejectionReport,
        Optional<Path> missingReport) {}
