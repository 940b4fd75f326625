package io.modernize.cmdb.inventory.imports;

/** Bounds of an import, each with its reason. Lengths are UTF-16 characters. */
public final class ImportLimits {
    /** One cell: a long run book fits, a log file pasted into a comment does not. */
    public static final int CELL_CHARS = 65_536;

    /** One row or JSON line: a chunk of some hundred rows has to fit into memory even at its worst. */
    public static final int ROW_CHARS = 1_048_576;

    /** A full ServiceNow export has some 300 columns, an Azure Migrate file with 20 disks some 100. */
    public static final int COLUMNS = 1_024;

    /** Column names are keys of the source attributes; no register has names that long. */
    public static final int COLUMN_NAME_CHARS = 256;

    /** Twice the 253 characters of a DNS name. */
    public static final int NAME_CHARS = 512;

    /** The key is indexed: 512 characters of four bytes stay below the 2,704 bytes of a PostgreSQL index entry. */
    public static final int EXTERNAL_KEY_CHARS = 512;

    /** The source system is part of the same index entry; its column holds no more. */
    public static final int SOURCE_SYSTEM_CHARS = 63;

    /** Everything that is neither name nor prose: ServiceNow's own widest short column has 1,000 characters. */
    public static final int SHORT_TEXT_CHARS = 1_024;

    /** A pair of phrases ({@code Runs on::Runs}); its column, part of an index entry, holds no more. */
    public static final int RELATION_TYPE_CHARS = 200;

    /** A host with more addresses is a network range or a mistake in the list separator. */
    public static final int ADDRESSES = 64;

    /** Cloud providers allow 50 tags on a resource. */
    public static final int TAGS = 128;

    /** Beyond the largest machine on earth by two orders of magnitude. */
    public static final int CPU_COUNT = 100_000;

    /** One exbibyte; more means that the cell was in a smaller unit. */
    public static final long MEMORY_MIB = 1L << 40;

    /** One zebibyte; more means that the cell was in a smaller unit. */
    public static final long STORAGE_GIB = 1L << 40;

    private ImportLimits() {}
}
