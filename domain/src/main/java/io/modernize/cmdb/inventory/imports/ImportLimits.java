package io.modernize.cmdb.inventory.imports;

/** Bounds of an import, each with its reason. Lengths are UTF-16 characters. */
public final class ImportLimits {
    /** The limit of a cell. A long run book fits, but a log file pasted into a comment does not. */
    public static final int CELL_CHARS = 65_536;

    /** The limit of a row or JSON line. A chunk of some hundred rows must fit into memory even in the worst case. */
    public static final int ROW_CHARS = 1_048_576;

    /**
     * The limit of all texts of one asset, in bytes of UTF-8. An export of 300 filled columns has some 20 kB. What is beyond is
     * left out: a page of 100 assets is then 6.4 MB at most, for the database, the service and the client account's neighbours.
     */
    public static final int ASSET_BYTES = 65_536;

    /**
     * The limit of columns. A full ServiceNow export has some 300 columns, an Azure Migrate file with 20 disks some
     * 100.
     */
    public static final int COLUMNS = 1_024;

    /** The limit of a column's name, which is a key of the source attributes. No register has longer names. */
    public static final int COLUMN_NAME_CHARS = 256;

    /** The limit of a name: twice the 253 characters of a DNS name. */
    public static final int NAME_CHARS = 512;

    /**
     * The limit of a key. The key is indexed, and 512 characters of four bytes stay below the 2,704 bytes of a
     * PostgreSQL index entry.
     */
    public static final int EXTERNAL_KEY_CHARS = 512;

    /** The limit of the source system. It is part of the same index entry, and its column holds no more. */
    public static final int SOURCE_SYSTEM_CHARS = 63;

    /**
     * The limit of a text that is neither name nor prose. The widest short column of ServiceNow has 1,000 characters.
     */
    public static final int SHORT_TEXT_CHARS = 1_024;

    /**
     * The limit of a pair of phrases ({@code Runs on::Runs}). Its column is part of an index entry and holds no more.
     */
    public static final int RELATION_TYPE_CHARS = 200;

    /** The limit of addresses. A host with more addresses is a network range, or the list separator is wrong. */
    public static final int ADDRESSES = 64;

    /** The limit of tags. Cloud providers allow 50 tags on a resource. */
    public static final int TAGS = 128;

    /** The limit of processors. It is beyond the largest machine on earth by two orders of magnitude. */
    public static final int CPU_COUNT = 100_000;

    /** One exbibyte; more means that the cell was in a smaller unit. */
    public static final long MEMORY_MIB = 1L << 40;

    /** One zebibyte; more means that the cell was in a smaller unit. */
    public static final long STORAGE_GIB = 1L << 40;

    private ImportLimits() {}
}
