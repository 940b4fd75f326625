package io.modernize.cmdb.api.paging;

import io.modernize.cmdb.api.errors.Refusals;
import io.modernize.cmdb.tenancy.TenantScope;
import java.time.DateTimeException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The cursors of one list. A list is a field of the schema with its arguments, without those that choose the page.
 * Controllers of every capability declare it as a parameter. Callers cannot read a cursor, and can use it only for the
 * same scope and list.
 */
public final class PageCursors {
    private final CursorCipher cipher;
    private final String list;

    PageCursors(CursorCipher cipher, String list) {
        this.cipher = cipher;
        this.list = list;
    }

    /** @param place the place that {@link #open} will return */
    public String seal(TenantScope scope, List<String> place) {
        return cipher.seal(scope, list, place);
    }

    /**
     * The place that a cursor stands for; null if there is no cursor.
     *
     * @param argument the argument with the cursor, for the refusal
     * @param read reads the place from the sealed texts; throws {@link IllegalArgumentException}, {@link
     *     DateTimeException} or {@link IndexOutOfBoundsException} if an earlier release sealed it in another layout
     * @throws graphql.GraphqlErrorException with the code {@code CURSOR_INVALID} if the cursor is not valid
     */
    public <T> @Nullable T open(
            TenantScope scope, String argument, @Nullable String cursor, Function<List<String>, T> read) {
        if (cursor == null) {
            return null;
        }
        List<String> place = cipher.open(scope, list, cursor).orElseThrow(() -> Refusals.cursorInvalid(argument));
        try {
            return read.apply(place);
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException otherLayout) {
            throw Refusals.cursorInvalid(argument);
        }
    }
}
