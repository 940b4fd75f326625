package io.modernize.cmdb.embedding.deepinfra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException.Reason;
import io.modernize.cmdb.embedding.deepinfra.Breaker.Pass;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreakerTests {
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final EmbeddingUnavailableException DOWN =
            new EmbeddingUnavailableException(Reason.UNREACHABLE, "it is down");

    private final AdvancingClock clock = new AdvancingClock(ModelUnderTest.NOW);
    private final Breaker breaker = new Breaker(new BreakerSettings(4, 3, PAUSE, Duration.ofMinutes(2)), clock);

    @Test
    void opensAtThatManyFailuresOfTheLastRequests() {
        breaker.failed(breaker.admit(), DOWN);
        breaker.failed(breaker.admit(), DOWN);
        assertThat(breaker.isOpen()).isFalse();
        breaker.failed(breaker.admit(), DOWN);

        EmbeddingUnavailableException refusal = refusal();

        assertThat(refusal.reason()).isEqualTo(Reason.SUSPENDED);
        assertThat(refusal.retryAfter()).contains(PAUSE);
        assertThat(refusal)
                .hasMessage("DeepInfra is not asked for another 30 s, after: it is down")
                .hasCause(DOWN);
    }

    @Test
    void forgetsFailuresThatLieBeforeTheLastRequests() {
        for (int i = 0; i < 20; i++) {
            breaker.failed(breaker.admit(), DOWN);
            breaker.failed(breaker.admit(), DOWN);
            breaker.worked(breaker.admit());
            breaker.worked(breaker.admit());
        }

        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void letsOneTryAfterThePauseAndTheOthersWhenThatOneWorked() {
        open();
        clock.advance(PAUSE.minusMillis(1));
        assertThat(refusal().retryAfter()).contains(Duration.ofMillis(1));
        clock.advance(Duration.ofMillis(1));

        Pass trial = breaker.admit();
        assertThat(refusal().retryAfter()).contains(Duration.ofSeconds(1));
        breaker.worked(trial);

        assertThat(breaker.isOpen()).isFalse();
        // Failures from before count no more.
        breaker.failed(breaker.admit(), DOWN);
        breaker.failed(breaker.admit(), DOWN);
        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void pausesTwiceAsLongEachTimeThatTheTrialFailsToo() {
        open();

        List<Duration> pauses = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Duration pause = refusal().retryAfter().orElseThrow();
            pauses.add(pause);
            clock.advance(pause);
            breaker.failed(breaker.admit(), DOWN);
        }

        assertThat(pauses).containsExactly(PAUSE, Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(2));
    }

    @Test
    void letsAnotherTryWhereTheTrialSaidNothing() {
        open();
        clock.advance(PAUSE);

        breaker.saidNothing(breaker.admit());

        breaker.worked(breaker.admit());
        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void takesNoOutcomeOfARequestFromBefore() {
        Pass early = breaker.admit();
        open();

        breaker.worked(early);
        assertThat(breaker.isOpen()).isTrue();
        breaker.failed(early, DOWN);
        breaker.refused(early, DOWN, Duration.ofMinutes(2));
        assertThat(refusal().retryAfter()).contains(PAUSE);

        clock.advance(PAUSE);
        Pass trial = breaker.admit();
        breaker.worked(early);
        breaker.saidNothing(early);
        assertThat(breaker.isOpen()).isTrue();
        breaker.worked(trial);
        breaker.failed(early, DOWN);
        breaker.failed(breaker.admit(), DOWN);
        breaker.failed(breaker.admit(), DOWN);
        assertThat(breaker.isOpen()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "UNAUTHORISED, UNAUTHORISED",
        "PAYMENT_REQUIRED, PAYMENT_REQUIRED",
        "MODEL_UNKNOWN, MODEL_UNKNOWN",
        "OVERLOADED, SUSPENDED",
    })
    void opensAtOnceWhereTheNextRequestWouldFailTooAndSaysWhoIsToMendIt(Reason reason, Reason told) {
        breaker.refused(breaker.admit(), new EmbeddingUnavailableException(reason, "no"), Duration.ZERO);

        assertThat(refusal().reason()).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"0, 30", "29, 30", "90, 90", "86400, 120"})
    void pausesAsLongAsAskedWithinItsBounds(int askedSeconds, int pauseSeconds) {
        breaker.refused(breaker.admit(), DOWN, Duration.ofSeconds(askedSeconds));

        assertThat(refusal().retryAfter()).contains(Duration.ofSeconds(pauseSeconds));
    }

    private void open() {
        List<Pass> passes = List.of(breaker.admit(), breaker.admit(), breaker.admit());
        passes.forEach(pass -> breaker.failed(pass, DOWN));
        assertThat(breaker.isOpen()).isTrue();
    }

    private EmbeddingUnavailableException refusal() {
        return catchThrowableOfType(EmbeddingUnavailableException.class, breaker::admit);
    }
}
