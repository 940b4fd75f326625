package io.modernize.cmdb.tenancy.application;

import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Some entries of a list, always in the list's own order, and whether there are others around them. This is the one place
 * that reads an entry more than was asked for, to learn whether the list goes on, and takes it off again.
 *
 * @param hasPrevious whether there are entries before these; of a page that was read forward, whether there were when the
 *     place was seen that it begins behind
 * @param hasNext whether there are entries behind these; of a page that was read backward, whether there were when the place
 *     was seen that it ends before
 */
public record Page<T>(List<T> entries, boolean hasPrevious, boolean hasNext) {
    public Page {
        entries = List.copyOf(entries);
    }

    /**
     * Reads in the order of the list.
     *
     * @param from the place that the page begins behind; null for the beginning of the list
     * @param limit most entries of the page, at least 1
     * @param read at most so many entries behind the place, in the order of the list
     */
    public static <T> Page<T> forward(@Nullable Object from, int limit, IntFunction<List<T>> read) {
        List<T> found = read(limit, read);
        return new Page<>(found.stream().limit(limit).toList(), from != null, found.size() > limit);
    }

    /**
     * Reads against the order of the list.
     *
     * @param from the place that the page ends before; null for the end of the list
     * @param limit most entries of the page, at least 1
     * @param read at most so many entries before the place, the last of them first
     */
    public static <T> Page<T> backward(@Nullable Object from, int limit, IntFunction<List<T>> read) {
        List<T> found = read(limit, read);
        return new Page<>(found.stream().limit(limit).toList().reversed(), found.size() > limit, from != null);
    }

    /**
     * Throws {@link IllegalArgumentException} unless a limit is 1 to the greatest one.
     *
     * @param entries what a page has, for the message, for example "assets"
     */
    public static void requireLimit(int limit, int greatest, String entries) {
        if (limit < 1 || limit > greatest) {
            throw new IllegalArgumentException("a page has 1 to " + greatest + " " + entries);
        }
    }

    private static <T> List<T> read(int limit, IntFunction<List<T>> read) {
        if (limit < 1) {
            throw new IllegalArgumentException("a page has at least one entry, not " + limit);
        }
        return read.apply(limit + 1);
    }
}
