package io.modernize.cmdb.inventory.imports;

/**
 * The reason why a whole file is not imported. Nothing of the file is stored.
 *
 * @param message what is wrong, for the person who uploaded the file
 * @param remedy what this person can do about it
 */
public record ImportRefusal(Code code, String message, String remedy) {

    /** The kinds of refusals, for programs. They are stable. */
    public enum Code {
        FILE_NOT_FOUND,
        NOT_A_REGULAR_FILE,
        NOT_READABLE,
        TOO_LARGE,
        EMPTY,
        BINARY_CONTENT,
        ENCODING_UNSUPPORTED,
        HEADER_UNREADABLE,
        DUPLICATE_COLUMN,
        UNKNOWN_FORMAT,
        MISSING_COLUMN,
        UNCLOSED_QUOTE,
        TEXT_AFTER_QUOTE,
        CELL_TOO_LARGE
    }
}
