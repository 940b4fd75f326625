package io.modernize.cmdb.inventory.imports;

/**
 * Why a whole file is not imported; nothing of it is stored.
 *
 * @param message what is wrong, for the person who uploaded the file
 * @param remedy what that person can do about it
 */
public record ImportRefusal(Code code, String message, String remedy) {

    /** Kinds of refusal, for programs; stable. */
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
