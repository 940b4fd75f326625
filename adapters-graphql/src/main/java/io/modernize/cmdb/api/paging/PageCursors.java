package io.modernize.cmdb.api.paging;

import io.modernize.cmdb.api.errors.Refusals;
import io.modernize.cmdb.tenancy.TenantScope;
import java.time.DateTimeException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The cursors of one list: a field of the schema with its arguments, but for those that say which page. Controllers of
 * every capability declare it as a parameter. A cursor is opaque to callers, and of use to nobody but those who have the
 * same scope and ask for the same list.
 */
public final class PageCursors {
    private final CursorCipher cipher;
    private final String list;

    PageCursors(CursorCipher cipher, String list) {
        this.cipher = cipher;
        this.list = list;
    }

    /** @param place what {@link #open} will give back */
    public String seal(TenantScope scope, List<String> place) {
        return cipher.seal(scope, list, place);
    }

    /**
     * The place that a cursor stands for; null for none.
     *
     * @param argument that has the cursor, for the refusal
     * @param read the place from what was sealed; throws {@link IllegalArgumentException}, {@link DateTimeException} or
     *     {@link IndexOutOfBoundsException} where an earlier release sealed it otherwise
     * @throws graphql.GraphqlErrorException with the code {@code CURSOR_INVALID} for whatever else
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
