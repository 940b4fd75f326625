package io.modernize.cmdb.tenancy.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A list that a port shows page by page. */
public final class AllPages {
    private AllPages() {}

    /**
     * @param page reads what comes after a place, which is null at first, and no more than the limit
     * @param place of an entry
     */
    public static <T, P> List<T> read(int limit, BiFunction<@Nullable P, Integer, List<T>> page, Function<T, P> place) {
        List<T> all = new ArrayList<>();
        List<T> read;
        do {
            read = page.apply(all.isEmpty() ? null : place.apply(all.getLast()), limit);
            assertThat(read).hasSizeLessThanOrEqualTo(limit);
            all.addAll(read);
        } while (read.size() == limit);
        return all;
    }
}
