package io.modernize.cmdb.api.gate;

import static io.modernize.cmdb.api.gate.AnswerSize.VALUE_BYTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import io.modernize.cmdb.api.limits.ApiLimits;
import io.modernize.cmdb.api.limits.LimitExceededException;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.shares.application.OverloadedException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;

class AnswerSizeTests {
    private static final String STEP = "x".repeat((int) AnswerSize.STEP_BYTES);

    private final AnswerMemory memory = new AnswerMemory(4 * AnswerSize.STEP_BYTES, 2 * AnswerSize.STEP_BYTES);

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "é", "漢字", "a\ud83d\ude00b"})
    void countsTextsAsTheyAreWritten(String text) {
        AnswerSize size = new AnswerSize(1_000, null, memory);

        size.add(text);

        assertThat(size.bytes()).isEqualTo(VALUE_BYTES + text.getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void countsTheTextsOfAList() {
        AnswerSize size = new AnswerSize(1_000, null, memory);

        size.add(List.of("ab", "c"));
        size.add(List.of(UUID.randomUUID(), UUID.randomUUID()));
        size.add(Collections.singletonList(null));
        size.add(null);

        assertThat(size.bytes()).isEqualTo(6 * VALUE_BYTES + 3);
    }

    @Test
    void refusesAnAnswerBeyondTheLimit() {
        AnswerSize size = new AnswerSize(VALUE_BYTES + 3, null, memory);

        assertThat(size.add("abc")).isTrue();
        assertThat(size.add(null)).isFalse();

        assertThat(size.refusal()).containsInstanceOf(LimitExceededException.class);
    }

    @Test
    void takesMemoryUntilTheAnswerIsWritten() {
        AnswerSize first = of(request());
        assertThat(first.add(STEP)).isTrue();
        assertThat(first.add(STEP)).isTrue();

        AnswerSize second = of(request());
        assertThat(second.add(STEP))
                .as("the share of the client account is used")
                .isFalse();
        assertThat(second.refusal()).containsInstanceOf(OverloadedException.class);
        second.giveBack();
        first.giveBack();

        AnswerSize third = of(request());
        assertThat(third.add(STEP)).isTrue();
        assertThat(third.add(STEP)).isTrue();
    }

    private final ClientAccountId northwind = new ClientAccountId(UUID.randomUUID());

    private AnswerSize of(ApiRequest request) {
        request.worksFor(northwind);
        return new AnswerSize(Long.MAX_VALUE, request, memory);
    }

    private static ApiRequest request() {
        return new ApiRequest(
                new PrincipalIdentity(UUID.randomUUID(), UUID.randomUUID()),
                new RateLimits(
                        new Binder().bindOrCreate("cmdb.api.limits", ApiLimits.class), TimeMeter.SYSTEM_NANOTIME),
                null,
                0,
                System::nanoTime,
                null);
    }
}
