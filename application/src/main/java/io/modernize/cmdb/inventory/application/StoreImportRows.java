package io.modernize.cmdb.inventory.application;

import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.RelationDraft;
import io.modernize.cmdb.inventory.application.AssetCatalog.SavedAssets;
import io.modernize.cmdb.inventory.application.AssetImportLog.AssetImport;
import io.modernize.cmdb.inventory.application.AssetImportLog.RejectedCell;
import io.modernize.cmdb.inventory.application.AssetRelations.Relation;
import io.modernize.cmdb.inventory.records.RowMapping;
import io.modernize.cmdb.inventory.records.RowMapping.AssetRow;
import io.modernize.cmdb.inventory.records.RowMapping.RejectedRow;
import io.modernize.cmdb.inventory.records.RowMapping.RelationRow;
import io.modernize.cmdb.inventory.records.RowProblem;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Stores one chunk of an import in one transaction: the good rows, the reasons of rejections, the counts and the
 * position. The change is announced in the same transaction. The outcome of a row does not depend on where a chunk
 * ends.
 */
public final class StoreImportRows {
    private final AssetCatalog catalog;
    private final AssetRelations relations;
    private final AssetImportLog log;
    private final AssetChanges changes;
    private final TenantTransactions transactions;

    public StoreImportRows(
            AssetCatalog catalog,
            AssetRelations relations,
            AssetImportLog log,
            AssetChanges changes,
            TenantTransactions transactions) {
        this.catalog = catalog;
        this.relations = relations;
        this.log = log;
        this.changes = changes;
        this.transactions = transactions;
    }

    /**
     * Stores the rows, and moves the import behind the last one.
     *
     * @param sourceSystem the source system of the file's format, for rows that are rejected before they name their own
     * @param rows consecutive rows of the file, at least one
     */
    public ImportCounts store(TenantScope scope, AssetImport assetImport, String sourceSystem, List<ImportRow> rows) {
        return transactions.inScope(scope, () -> {
            Chunk chunk = new Chunk();
            rows.forEach(row -> chunk.sort(row, sourceSystem));
            chunk.rejectDuplicates(log.claimKeys(scope, assetImport.id(), chunk.lineByKey));
            chunk.noteWhatIsLeftOut();

            SavedAssets saved = catalog.save(scope, assetImport.engagementId(), List.copyOf(chunk.assets.values()));
            int newRelations = saveRelations(scope, assetImport, chunk);

            log.reject(scope, assetImport.id(), chunk.rejectedCells);
            ImportCounts counts = new ImportCounts(
                    saved.created() + newRelations,
                    saved.updated(),
                    saved.unchanged() + chunk.resolvedRelations - newRelations,
                    chunk.rejectedRows);
            log.advance(scope, assetImport.id(), rows.getLast().index() + 1, counts);
            if (counts.created() + counts.updated() > 0) {
                changes.announce(scope, assetImport.engagementId());
            }
            return counts;
        });
    }

    private int saveRelations(TenantScope scope, AssetImport assetImport, Chunk chunk) {
        if (chunk.relations.isEmpty()) {
            return 0;
        }
        Set<String> references = new LinkedHashSet<>();
        chunk.relations.values().forEach(relation -> {
            references.add(relation.parent());
            references.add(relation.child());
        });
        Map<String, List<AssetId>> assets = relations.resolve(scope, assetImport.engagementId(), references);
        // A set, since the same relation may stand in two rows of a chunk.
        Set<Relation> resolved = new LinkedHashSet<>();
        chunk.relations.forEach((line, relation) -> {
            Optional<AssetId> parent = chunk.resolve(line, "parent", relation.parent(), assets);
            Optional<AssetId> child = chunk.resolve(line, "child", relation.child(), assets);
            if (parent.isPresent() && child.isPresent()) {
                resolved.add(new Relation(parent.get(), child.get(), relation.type()));
                chunk.resolvedRelations++;
            } else {
                chunk.rejectedRows++;
            }
        });
        return relations.save(scope, assetImport.engagementId(), List.copyOf(resolved));
    }

    /** A row with the key of an earlier row of the chunk. */
    private record Duplicate(AssetKey key, long line) {}

    /** The rows of one chunk, sorted by their outcomes. */
    private static final class Chunk {
        private final Map<AssetKey, AssetDraft> assets = new LinkedHashMap<>();
        private final Map<AssetKey, List<RowProblem>> notesByKey = new HashMap<>();
        private final Map<AssetKey, Long> lineByKey = new LinkedHashMap<>();
        private final Map<Long, RelationDraft> relations = new LinkedHashMap<>();
        private final List<Duplicate> duplicates = new ArrayList<>();
        private final List<RejectedCell> rejectedCells = new ArrayList<>();
        private int resolvedRelations;
        private int rejectedRows;

        private void sort(ImportRow row, String sourceSystem) {
            RowMapping mapping = row.mapping();
            switch (mapping) {
                case AssetRow(AssetDraft draft, var notes) -> {
                    if (lineByKey.putIfAbsent(draft.key(), row.line()) == null) {
                        assets.put(draft.key(), draft);
                        notesByKey.put(draft.key(), notes);
                    } else {
                        duplicates.add(new Duplicate(draft.key(), row.line()));
                    }
                }
                case RelationRow(RelationDraft draft) -> relations.put(row.line(), draft);
                case RejectedRow(var ownSourceSystem, var externalKey, var problems) -> {
                    rejectedRows++;
                    problems.forEach(problem -> rejectCell(row.line(), problem));
                    if (externalKey != null) {
                        // Its asset is in the file, though unreadable: it must not count as missing from it.
                        AssetKey key =
                                new AssetKey(Objects.requireNonNullElse(ownSourceSystem, sourceSystem), externalKey);
                        lineByKey.putIfAbsent(key, row.line());
                    }
                }
            }
        }

        private void rejectDuplicates(Map<AssetKey, Long> lineOfEarlierRow) {
            lineOfEarlierRow.forEach((key, earlier) -> {
                if (assets.remove(key) != null) {
                    rejectDuplicate(lineByKey.getOrDefault(key, earlier), key, earlier);
                }
            });
            // Only now: the row to name is the first of the file, which may stand in an earlier chunk.
            duplicates.forEach(duplicate -> {
                Long first = lineOfEarlierRow.getOrDefault(duplicate.key(), lineByKey.get(duplicate.key()));
                rejectDuplicate(duplicate.line(), duplicate.key(), Objects.requireNonNull(first));
            });
        }

        private void rejectDuplicate(long line, AssetKey key, long earlier) {
            rejectedRows++;
            rejectCell(
                    line,
                    new RowProblem(
                            null,
                            key.externalKey(),
                            "the key of this row is already used by the row in line " + earlier));
        }

        /** Of rows that are stored only: of a rejected row the rejection says all. */
        private void noteWhatIsLeftOut() {
            assets.keySet().forEach(key -> {
                long line = Objects.requireNonNull(lineByKey.get(key));
                notesByKey
                        .getOrDefault(key, List.of())
                        .forEach(note -> rejectedCells.add(
                                new RejectedCell(line, note.column(), note.value(), note.reason(), true)));
            });
        }

        private Optional<AssetId> resolve(
                long line, String column, String reference, Map<String, List<AssetId>> assets) {
            List<AssetId> found = assets.getOrDefault(reference, List.of());
            if (found.size() == 1) {
                return Optional.of(found.getFirst());
            }
            rejectCell(
                    line,
                    new RowProblem(
                            column,
                            reference,
                            found.isEmpty()
                                    ? "no asset of the engagement has this key or name; import the assets first"
                                    : found.size() + " assets of the engagement have this name; use their key"));
            return Optional.empty();
        }

        private void rejectCell(long line, RowProblem problem) {
            rejectedCells.add(new RejectedCell(line, problem.column(), problem.value(), problem.reason()));
        }
    }
}
