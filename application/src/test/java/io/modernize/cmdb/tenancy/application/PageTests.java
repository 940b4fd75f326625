package io.modernize.cmdb.tenancy.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PageTests {
    private static final int LENGTH = 5;

    @Test
    void readsForward() {
        assertThat(forward(null, 2)).isEqualTo(new Page<>(List.of(1, 2), false, true));
        assertThat(forward(2, 2)).isEqualTo(new Page<>(List.of(3, 4), true, true));
        assertThat(forward(4, 2)).isEqualTo(new Page<>(List.of(5), true, false));
        assertThat(forward(5, 2)).isEqualTo(new Page<>(List.of(), true, false));
    }

    @Test
    void readsBackwardInTheOrderOfTheList() {
        assertThat(backward(null, 2)).isEqualTo(new Page<>(List.of(4, 5), true, false));
        assertThat(backward(4, 2)).isEqualTo(new Page<>(List.of(2, 3), true, true));
        assertThat(backward(2, 2)).isEqualTo(new Page<>(List.of(1), false, true));
    }

    @Test
    void doesNotGoOnWhereTheLastEntryFillsThePage() {
        assertThat(forward(null, LENGTH).hasNext()).isFalse();
        assertThat(backward(null, LENGTH).hasPrevious()).isFalse();
        assertThat(forward(null, LENGTH - 1).hasNext()).isTrue();
    }

    @Test
    void hasAtLeastOneEntry() {
        assertThatIllegalArgumentException().isThrownBy(() -> forward(null, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> backward(null, -1));
    }

    private static Page<Integer> forward(@Nullable Integer from, int limit) {
        int first = from == null ? 1 : from + 1;
        return Page.forward(
                from,
                limit,
                most -> IntStream.rangeClosed(first, LENGTH).limit(most).boxed().toList());
    }

    private static Page<Integer> backward(@Nullable Integer from, int limit) {
        int last = from == null ? LENGTH : from - 1;
        return Page.backward(
                from,
                limit,
                most -> IntStream.rangeClosed(1, last).boxed().toList().reversed().stream()
                        .limit(most)
                        .toList());
    }
}
