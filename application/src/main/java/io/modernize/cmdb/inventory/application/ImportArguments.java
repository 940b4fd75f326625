package io.modernize.cmdb.inventory.application;

/** The names of an import job's arguments. */
public final class ImportArguments {
    /** The id of the uploaded file. */
    public static final String UPLOAD = "upload";

    /** {@code true} deletes the assets of the file's source system that are not in the file. */
    public static final String DELETE_MISSING = "deleteMissing";

    private ImportArguments() {}
}
