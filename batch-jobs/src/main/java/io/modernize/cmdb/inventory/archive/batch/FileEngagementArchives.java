package io.modernize.cmdb.inventory.archive.batch;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.inventory.application.AssetRelations.Relation;
import io.modernize.cmdb.inventory.application.AssetVectors;
import io.modernize.cmdb.inventory.application.AssetVectors.AssetVector;
import io.modernize.cmdb.inventory.application.AssetVectors.Position;
import io.modernize.cmdb.inventory.application.EngagementArchives;
import io.modernize.cmdb.inventory.application.EngagementContents;
import io.modernize.cmdb.inventory.application.EngagementContents.NamedRelation;
import io.modernize.cmdb.inventory.application.ExportOutcome;
import io.modernize.cmdb.inventory.application.ExportOutcome.ExportedEngagement;
import io.modernize.cmdb.inventory.application.ExportOutcome.ExportedFile;
import io.modernize.cmdb.inventory.application.ExportRequest;
import io.modernize.cmdb.inventory.records.SpreadsheetText;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.EngagementCatalog;
import io.modernize.cmdb.tenancy.shares.application.FreeSpace;
import io.modernize.cmdb.tenancy.shares.application.FreeSpace.Shortage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes exports as files: assets and relations in formats that imports read, and a manifest with the digest of each
 * file.
 */
@Component
class FileEngagementArchives implements EngagementArchives {
    private static final Logger LOG = LoggerFactory.getLogger(FileEngagementArchives.class);

    private static final JsonMapper LINES = JsonMapper.shared();
    private static final JsonMapper DOCUMENTS =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final EngagementCatalog engagements;
    private final AssetCatalog assets;
    private final EngagementContents contents;
    private final AssetVectors vectors;
    private final FreeSpace space;

    FileEngagementArchives(
            EngagementCatalog engagements,
            AssetCatalog assets,
            EngagementContents contents,
            AssetVectors vectors,
            FreeSpace space) {
        this.engagements = engagements;
        this.assets = assets;
        this.contents = contents;
        this.vectors = vectors;
        this.space = space;
    }

    @Override
    public ExportOutcome write(ExportRequest request, JobProgress progress) {
        TenantScope scope = request.scope();
        Optional<Shortage> shortage = space.at(request.directory());
        if (shortage.isPresent()) {
            return new ExportOutcome.Refused(
                    request.directory() + ": " + shortage.get().reason());
        }
        ClientAccount account = engagements.clientAccount(scope);
        List<Engagement> exported = engagements.engagements(scope);
        try {
            return switch (ArchiveDirectory.claim(request.directory(), account, exported)) {
                case ArchiveDirectory.Claim.Denied(String reason) -> new ExportOutcome.Refused(reason);
                case ArchiveDirectory.Claim.Granted(ArchiveDirectory directory) -> {
                    Tally tally =
                            new Tally(progress, total(request, exported), () -> requireSpace(request.directory()));
                    List<ExportedEngagement> archives = new ArrayList<>();
                    for (Engagement engagement : exported) {
                        archives.add(write(request, account, engagement, directory, tally));
                    }
                    directory.finish();
                    tally.end();
                    yield new ExportOutcome.Completed(archives);
                }
            };
        } catch (IOException | UncheckedIOException e) {
            LOG.error("The export to {} failed", request.directory(), e);
            return new ExportOutcome.Interrupted(request.directory() + " cannot be written to: " + e.getMessage());
        }
    }

    private void requireSpace(Path directory) {
        space.at(directory).ifPresent(shortage -> {
            throw new UncheckedIOException(new IOException(shortage.reason()));
        });
    }

    /** The number of assets, and as many vectors if these are wanted. */
    private long total(ExportRequest request, List<Engagement> exported) {
        long count = exported.stream()
                .mapToLong(engagement -> contents.countAssets(request.scope(), engagement.id()))
                .sum();
        return request.withEmbeddings() ? 2 * count : count;
    }

    private ExportedEngagement write(
            ExportRequest request,
            ClientAccount account,
            Engagement engagement,
            ArchiveDirectory directory,
            Tally tally)
            throws IOException {
        Path folder = directory.folder(engagement);
        TenantScope scope = request.scope();
        List<ExportedFile> files = new ArrayList<>();
        files.add(writeAssets(scope, engagement, folder, tally));
        files.add(writeRelations(scope, engagement, folder));
        if (request.withEmbeddings()) {
            files.add(writeVectors(scope, engagement, folder, tally));
        }
        ArchiveManifest manifest = ArchiveManifest.of(account, engagement, files, Instant.now());
        try (ArchiveFile file = ArchiveFile.create(folder.resolve(ArchiveDirectory.MANIFEST))) {
            file.writeLine(DOCUMENTS.writeValueAsBytes(manifest));
            file.finish();
        }
        return new ExportedEngagement(engagement.slug(), folder, files);
    }

    private ExportedFile writeAssets(TenantScope scope, Engagement engagement, Path folder, Tally tally)
            throws IOException {
        try (ArchiveFile file = ArchiveFile.create(folder.resolve(ArchiveDirectory.ASSETS))) {
            new PagedRows<Asset, AssetId>(
                            after -> assets.page(scope, engagement.id(), after, PagedRows.PAGE_ROWS), Asset::id)
                    .writeAll(asset -> file.writeLine(LINES.writeValueAsBytes(AssetLine.of(asset))), tally::add);
            return file.finish();
        }
    }

    /**
     * Writes relations as ServiceNow does, with two columns more, because several registers may use the same external
     * key. Cells that a spreadsheet would run are escaped, and an import takes the escapes away.
     */
    private ExportedFile writeRelations(TenantScope scope, Engagement engagement, Path folder) throws IOException {
        try (ArchiveFile file = ArchiveFile.create(folder.resolve(ArchiveDirectory.RELATIONS))) {
            CsvWriter csv =
                    CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file.out(), StandardCharsets.UTF_8);
            csv.writeRecord("parent", "child", "type", "parent_source_system", "child_source_system");
            new PagedRows<NamedRelation, Relation>(
                            after -> contents.relations(scope, engagement.id(), after, PagedRows.PAGE_ROWS),
                            NamedRelation::relation)
                    .writeAll(
                            named -> {
                                csv.writeRecord(
                                        SpreadsheetText.inert(named.parent().externalKey()),
                                        SpreadsheetText.inert(named.child().externalKey()),
                                        SpreadsheetText.inert(named.relation().type()),
                                        SpreadsheetText.inert(named.parent().sourceSystem()),
                                        SpreadsheetText.inert(named.child().sourceSystem()));
                                file.countRow();
                            },
                            rows -> {});
            csv.flush();
            return file.finish();
        }
    }

    private ExportedFile writeVectors(TenantScope scope, Engagement engagement, Path folder, Tally tally)
            throws IOException {
        try (ArchiveFile file = ArchiveFile.create(folder.resolve(ArchiveDirectory.EMBEDDINGS))) {
            new PagedRows<AssetVector, Position>(
                            after -> vectors.page(scope, engagement.id(), after, PagedRows.PAGE_ROWS),
                            AssetVector::position)
                    .writeAll(vector -> file.writeLine(LINES.writeValueAsBytes(VectorLine.of(vector))), tally::add);
            return file.finish();
        }
    }

    /** The progress of an export, and a look at the disk after each page. */
    private static final class Tally {
        private final JobProgress progress;
        private final long total;
        private final Runnable look;
        private long done;

        private Tally(JobProgress progress, long total, Runnable look) {
            this.progress = progress;
            this.total = total;
            this.look = look;
            progress.report(0, total);
        }

        private void add(int rows) {
            look.run();
            done += rows;
            if (done < total) {
                progress.report(done, total);
            }
        }

        private void end() {
            progress.report(done, done);
        }
    }
}
