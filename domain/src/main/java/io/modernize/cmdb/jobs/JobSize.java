package io.modernize.cmdb.jobs;

/** How long a run is expected to take, as known when it is queued. Small runs do not wait behind large ones. */
public enum JobSize {
    /** The run takes seconds. If it takes more than a minute, it becomes large. */
    SMALL,
    /** The run may take hours, or nobody knows. */
    LARGE;

    /** The largest file whose import is small, in bytes. */
    private static final long MOST_BYTES_OF_SMALL_IMPORT = 1L << 20;

    /** The size of an import. */
    public static JobSize ofImport(long bytes) {
        return bytes <= MOST_BYTES_OF_SMALL_IMPORT ? SMALL : LARGE;
    }
}
