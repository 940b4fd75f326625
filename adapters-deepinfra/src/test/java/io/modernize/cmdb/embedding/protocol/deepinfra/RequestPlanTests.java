package io.modernize.cmdb.embedding.protocol.deepinfra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestPlanTests {
    @Test
    void sendsAsManyInputsAsTheProviderTakes() {
        assertThat(sizes(384, Collections.nCopies(1_025, "x"))).containsExactly(1_024, 1);
    }

    @Test
    void sendsFewerWhereTheAnswerWouldBeTooLarge() {
        List<Integer> sizes = sizes(4_000, Collections.nCopies(1_024, "x"));

        assertThat(sizes).hasSize(2);
        assertThat(sizes.getFirst() * 4_000L * 24).isLessThan(RequestPlan.MAX_ANSWER_BYTES);
    }

    @Test
    void fillsARequestToTheLastCharacter() {
        String half = "x".repeat(RequestPlan.MAX_CHARACTERS / 2);

        assertThat(sizes(384, List.of(half, half, "x"))).containsExactly(2, 1);
        assertThat(sizes(384, List.of(half + half, "x"))).containsExactly(1, 1);
    }

    @Test
    void sendsFewerInputsOrCharactersWhereThatIsWanted() {
        assertThat(sizes(new RequestPlan(384, 3, 1_000), Collections.nCopies(7, "x")))
                .containsExactly(3, 3, 1);
        assertThat(sizes(new RequestPlan(384, 9, 10), List.of("12345", "12345", "1", "1")))
                .containsExactly(2, 2);
    }

    @Test
    void sendsALongTextAlone() {
        assertThat(sizes(new RequestPlan(384, 9, 10), List.of("1", "123456789012", "1", "1")))
                .containsExactly(1, 1, 2);
    }

    @Test
    void boundsAnAnswerByWhatItHasToHold() {
        assertThat(RequestPlan.maxAnswerBytes(768, 1)).isEqualTo(1 << 20);
        assertThat(RequestPlan.maxAnswerBytes(768, 128)).isBetween(128 * 768 * 26, 128 * 768 * 60);
        assertThat(RequestPlan.maxAnswerBytes(4_000, 1_024)).isEqualTo(RequestPlan.MAX_ANSWER_BYTES);
    }

    @Test
    void refusesMoreThanTheProviderTakes() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RequestPlan(384, 1_025, 1_000));
        assertThatIllegalArgumentException().isThrownBy(() -> new RequestPlan(384, 0, 1_000));
        assertThatIllegalArgumentException().isThrownBy(() -> new RequestPlan(384, 1, RequestPlan.MAX_CHARACTERS + 1));
    }

    private static List<Integer> sizes(int dimensions, List<String> inputs) {
        return sizes(new RequestPlan(dimensions, RequestPlan.MAX_INPUTS, RequestPlan.MAX_CHARACTERS), inputs);
    }

    private static List<Integer> sizes(RequestPlan plan, List<String> inputs) {
        List<List<String>> requests = plan.split(inputs);
        assertThat(requests.stream().flatMap(List::stream).toList()).isEqualTo(inputs);
        return requests.stream().map(List::size).toList();
    }
}
