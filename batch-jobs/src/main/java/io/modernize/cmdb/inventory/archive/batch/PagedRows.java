package io.modernize.cmdb.inventory.archive.batch;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are read page by page, each page behind the last row of the page before.
 *
 * @param <R> a row
 * @param <P> the place of a row
 */
record PagedRows<R, P>(Pages<R, P> pages, Function<R, P> placeOf) {
    /** The number of rows in memory. A row of an asset has at most a megabyte, and usually one or two kilobytes. */
    static final int PAGE_ROWS = 200;

    /** The pages of {@value PagedRows#PAGE_ROWS} rows, the last one with fewer. */
    @FunctionalInterface
    interface Pages<R, P> {
        /** @param place of the row before the page; null for the first page */
        List<R> behind(@Nullable P place);
    }

    @FunctionalInterface
    interface RowWriter<R> {
        void write(R row) throws IOException;
    }

    /** @param written hears of the rows of each page when they are written */
    void writeAll(RowWriter<R> writer, IntConsumer written) throws IOException {
        @Nullable P place = null;
        List<R> page;
        do {
            page = pages.behind(place);
            for (R row : page) {
                writer.write(row);
                place = placeOf.apply(row);
            }
            written.accept(page.size());
        } while (page.size() == PAGE_ROWS);
    }
}
