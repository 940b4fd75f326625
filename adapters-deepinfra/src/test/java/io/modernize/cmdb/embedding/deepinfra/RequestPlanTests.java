package io.modernize.cmdb.embedding.deepinfra;

import static org.assertj.core.api.Assertions.assertThat;

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

    private static List<Integer> sizes(int dimensions, List<String> inputs) {
        List<List<String>> requests = new RequestPlan(dimensions).split(inputs);
        assertThat(requests.stream().flatMap(List::stream).toList()).isEqualTo(inputs);
        return requests.stream().map(List::size).toList();
    }
}
