package io.modernize.cmdb.operations.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class ConsoleProgressTests {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private Instant now = Instant.parse("2026-03-01T09:30:00Z");
    private final InstantSource clock = () -> now;

    @Test
    void redrawsABarInPlaceOnATerminal() {
        ConsoleProgress progress = onTerminal();

        progress.report(0, 90);
        pass(Duration.ofSeconds(1));
        progress.report(45, 90);
        pass(Duration.ofSeconds(1));
        progress.report(90, 90);

        assertThat(text())
                .isEqualTo("\r[------------------------------] Work: 0 of 90\u001b[K"
                        + "\r[###############---------------] Work: 45 of 90, 45/s, 0:00:01 left\u001b[K"
                        + "\r[##############################] Work: 90 of 90, 45/s\u001b[K\n");
    }

    @Test
    void printsPlainLinesElsewhere() {
        ConsoleProgress progress = plain();

        progress.report(0, 90);
        pass(Duration.ofSeconds(6));
        progress.report(30, 90);

        assertThat(text().lines()).containsExactly("Work: 0 of 90", "Work: 30 of 90, 5/s, 0:00:12 left");
        assertThat(text()).doesNotContain("\r", "\u001b");
    }

    @Test
    void saysWhyTheJobWaits() {
        ConsoleProgress progress = plain();
        progress.report(0, 90);

        progress.paused(Duration.ofMillis(29_100), "the provider is busy");

        assertThat(text().lines()).containsExactly("Work: 0 of 90", "Work waits for 30 s: the provider is busy");
    }

    @Test
    void saysWhyTheJobWaitsInPlaceOfTheBar() {
        ConsoleProgress progress = onTerminal();

        progress.paused(Duration.ofSeconds(1), "the provider is busy");

        assertThat(text()).isEqualTo("\rWork waits for 1 s: the provider is busy\u001b[K\n");
    }

    @Test
    void redrawsFiveTimesASecondAtMost() {
        ConsoleProgress progress = onTerminal();

        for (int done = 0; done < 1_000; done++) {
            progress.report(done, 1_000);
            pass(Duration.ofMillis(1));
        }

        assertThat(text().chars().filter(character -> character == '\r').count())
                .isEqualTo(5);
    }

    @Test
    void printsALineEveryFiveSecondsAtMostAndAlwaysTheLast() {
        ConsoleProgress progress = plain();

        for (int second = 0; second <= 12; second++) {
            progress.report(second, 12);
            pass(Duration.ofSeconds(1));
        }

        assertThat(text().lines())
                .containsExactly(
                        "Work: 0 of 12",
                        "Work: 5 of 12, 1/s, 0:00:07 left",
                        "Work: 10 of 12, 1/s, 0:00:02 left",
                        "Work: 12 of 12, 1/s");
    }

    @Test
    void measuresTheRateOfThisRunAlone() {
        ConsoleProgress progress = plain();

        progress.report(1_000, 2_000);
        pass(Duration.ofSeconds(10));
        progress.report(1_100, 2_000);

        assertThat(text().lines()).last().isEqualTo("Work: 1100 of 2000, 10/s, 0:01:30 left");
    }

    @Test
    void showsHoursOfTimeLeft() {
        ConsoleProgress progress = plain();

        progress.report(0, 100_000);
        pass(Duration.ofSeconds(10));
        progress.report(10, 100_000);

        // 99,990 at one per second
        assertThat(text().lines()).last().isEqualTo("Work: 10 of 100000, 1/s, 27:46:30 left");
    }

    @Test
    void saysNothingOfTimeWhileThereIsNothingToJudgeBy() {
        ConsoleProgress progress = plain();

        progress.report(0, 10);
        pass(Duration.ofSeconds(20));
        progress.report(0, 10);

        assertThat(text().lines()).containsExactly("Work: 0 of 10", "Work: 0 of 10");
    }

    @Test
    void survivesAnEmptyJobAndOneThatIsDoneAtOnce() {
        onTerminal().report(0, 0);
        plain().report(0, 0);
        plain().report(7, 7);

        assertThat(text())
                .isEqualTo("\r[##############################] Work: 0 of 0\u001b[K\n" + "Work: 0 of 0"
                        + System.lineSeparator() + "Work: 7 of 7" + System.lineSeparator());
    }

    @Test
    void survivesATotalThatGrows() {
        ConsoleProgress progress = onTerminal();

        progress.report(0, 10);
        pass(Duration.ofSeconds(1));
        progress.report(20, 10);
        pass(Duration.ofSeconds(1));
        progress.report(20, 40);

        assertThat(text()).endsWith("\r[###############---------------] Work: 20 of 40, 10/s, 0:00:02 left\u001b[K");
    }

    private ConsoleProgress onTerminal() {
        return ConsoleProgress.on(out(), true, "Work", clock);
    }

    private ConsoleProgress plain() {
        return ConsoleProgress.on(out(), false, "Work", clock);
    }

    private PrintStream out() {
        return new PrintStream(written, false, StandardCharsets.UTF_8);
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
