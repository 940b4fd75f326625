package io.modernize.cmdb.inventory.application;

/** Names of an import job's arguments. */
public final class ImportArguments {
    /** The id of the uploaded file. */
    public static final String UPLOAD = "upload";

    /** {@code true} to delete assets of the file's source system that the file does not hold. */
    public static final String DELETE_MISSING = "deleteMissing";

    private ImportArguments() {}
}
