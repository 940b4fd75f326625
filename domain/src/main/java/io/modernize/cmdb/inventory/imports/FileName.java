package io.modernize.cmdb.inventory.imports;

import io.modernize.cmdb.tenancy.VisibleText;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The name of an uploaded file, without folders. It is for people, and fits every file system: it has at most
 * {@value #MOST_BYTES} bytes in UTF-8.
 */
public record FileName(String value) {
    /** The limit of the usual file systems, which count bytes and not characters. */
    public static final int MOST_BYTES = 255;

    /** Throws {@link IllegalArgumentException} if the name is too long, or no name. */
    public FileName {
        if (!VisibleText.isName(value) || bytes(value) > MOST_BYTES) {
            throw new IllegalArgumentException("a file name has at most " + MOST_BYTES + " bytes, and can be seen");
        }
    }

    /**
     * The last part of the path that a caller gave. Both kinds of separators are known. A name that is too long loses its
     * beginning, so that the ending stays. Empty if nothing is left that can be a name.
     */
    public static Optional<FileName> lastOf(String path) {
        String last = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
                .strip();
        String name = ending(last);
        boolean isFolder = last.equals(".") || last.equals("..");
        return isFolder || !VisibleText.isName(name) ? Optional.empty() : Optional.of(new FileName(name));
    }

    private static String ending(String name) {
        int from = name.length();
        int left = MOST_BYTES;
        while (from > 0) {
            int codePoint = name.codePointBefore(from);
            left -= bytes(Character.toString(codePoint));
            if (left < 0) {
                break;
            }
            from -= Character.charCount(codePoint);
        }
        return name.substring(from);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public String toString() {
        return value;
    }
}
