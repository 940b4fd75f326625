package io.modernize.cmdb.inventory.application;

/** The rows of an import by their outcomes. They add up to the rows that were read. */
public record ImportCounts(long created, long updated, long unchanged, long rejected) {
    public static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0);

    public long read() {
        return created + updated + unchanged + rejected;
    }

    public ImportCounts plus(ImportCounts other) {
        return new ImportCounts(
                created + other.created,
                updated + other.updated,
                unchanged + other.unchanged,
                rejected + other.rejected);
    }
}
