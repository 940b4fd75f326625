package io.modernize.cmdb.testsupport.deepinfra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.modernize.cmdb.testsupport.deepinfra.Fault.Break;
import io.modernize.cmdb.testsupport.deepinfra.Fault.ErrorShape;
import io.modernize.cmdb.testsupport.deepinfra.Fault.Spoil;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FaultPlanTests {
    @Test
    void isReadWhole() {
        FaultPlan plan = FaultPlan.parse("""
            {"seed": 7, "latency": "fixed:80ms", "rules": [
              {"fault": "429", "retryAfter": "2", "after": 100, "times": 50, "share": 0.5},
              {"fault": "503", "shape": "error-text", "inputs": "(?i)forbidden"},
              {"fault": "error-in-200", "shape": "error-object"},
              {"fault": "redirect", "location": "https://example.org/there"},
              {"fault": "drip", "bytes": 3, "pause": "20ms"},
              {"fault": "huge", "bytes": 1000}]}
            """);

        assertThat(plan.seed()).isEqualTo(7);
        assertThat(plan.latency()).isEqualTo(new Latency.Fixed(Duration.ofMillis(80)));
        assertThat(plan.rules().get(0))
                .isEqualTo(new FaultRule(Fault.status(429).with("Retry-After", "2"), null, 100, 50, 0.5));
        assertThat(plan.rules().get(1).fault()).isEqualTo(Fault.status(503, ErrorShape.ERROR_TEXT));
        assertThat(String.valueOf(plan.rules().get(1).inputs())).isEqualTo("(?i)forbidden");
        assertThat(plan.rules().stream().skip(2).map(FaultRule::fault))
                .containsExactly(
                        Fault.errorInSuccess(ErrorShape.ERROR_OBJECT),
                        Fault.redirect("https://example.org/there"),
                        new Fault.Drip(3, Duration.ofMillis(20)),
                        new Fault.Huge(1_000));
    }

    @Test
    void isNothingWhereNothingIsSaid() {
        assertThat(FaultPlan.parse("{}")).isEqualTo(FaultPlan.NONE);
    }

    @ParameterizedTest
    @EnumSource
    void knowsEverySpoiltAnswer(Spoil spoil) {
        assertThat(only(spoil)).isEqualTo(new Fault.Spoilt(spoil));
    }

    @ParameterizedTest
    @EnumSource
    void knowsEveryBrokenConnection(Break broken) {
        assertThat(only(broken)).isEqualTo(new Fault.Broken(broken));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nonsense | not JSON",
                "[] | the plan is no object",
                "{\"rule\":[]} | the plan has [rule]",
                "{\"latency\":\"slow\"} | is no latency",
                "{\"rules\":[{\"fault\":\"nan\"},{\"fault\":\"NaN\"}]} | rule 2: \"NaN\" is no fault",
                "{\"rules\":[{\"fault\":\"199\"}]} | rule 1: \"199\" is no fault",
                "{\"rules\":[{\"fault\":\"nan\",\"time\":3}]} | rule 1 has [time]",
                "{\"rules\":[{\"fault\":\"nan\",\"share\":0}]} | rule 1: a rule spares",
                "{\"rules\":[{\"fault\":\"nan\",\"times\":0}]} | rule 1: a rule spares",
                "{\"rules\":[{\"fault\":\"nan\",\"inputs\":\"(\"}]} | rule 1: \"inputs\" is no regular expression",
                "{\"rules\":[{\"fault\":\"nan\",\"retryAfter\":\"1\"}]} | rule 1: \"retryAfter\" belongs to a status",
                "{\"rules\":[{\"fault\":\"500\",\"shape\":\"round\"}]} | rule 1: \"round\" is no shape",
            })
    void isRefusedWithAWordOfWhere(String json, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FaultPlan.parse(json))
                .withMessageContaining(message);
    }

    @Test
    void strikesAfterSoManyAndSoManyTimes() {
        FaultSchedule schedule = new FaultSchedule(FaultPlan.of(new FaultRule(Fault.status(500), null, 2, 3, 1)));

        assertThat(IntStream.range(0, 8)
                        .mapToObj(i -> schedule.strike(List.of("a")).isPresent())
                        .toList())
                .containsExactly(false, false, true, true, true, false, false, false);
    }

    @Test
    void strikesTheInputsThatAreMeant() {
        FaultSchedule schedule = new FaultSchedule(FaultPlan.of(
                FaultRule.onInputs("pois", Fault.status(422)), FaultRule.onInputs("b", Fault.status(500))));

        assertThat(schedule.strike(List.of("a", "poison"))).contains(Fault.status(422));
        assertThat(schedule.strike(List.of("a", "b"))).contains(Fault.status(500));
        assertThat(schedule.strike(List.of("a"))).isEmpty();
    }

    @Test
    void strikesAShareByLotTheSameOneForTheSameSeed() {
        List<Boolean> struck = struck(1);

        assertThat(struck.stream().filter(each -> each).count()).isBetween(200L, 300L);
        assertThat(struck(1)).isEqualTo(struck);
        assertThat(struck(2)).isNotEqualTo(struck);
    }

    @Test
    void strikesWhatIsNextBeforeAnyRule() {
        FaultSchedule schedule = new FaultSchedule(FaultPlan.of(FaultRule.always(Fault.status(500))));
        schedule.next(List.of(Fault.status(402)));

        assertThat(schedule.strike(List.of())).contains(Fault.status(402));
        assertThat(schedule.strike(List.of())).contains(Fault.status(500));
    }

    private static List<Boolean> struck(long seed) {
        FaultSchedule schedule =
                new FaultSchedule(FaultPlan.of(new FaultRule(Fault.status(500), null, 0, Integer.MAX_VALUE, 0.25))
                        .withSeed(seed));
        return IntStream.range(0, 1_000)
                .mapToObj(i -> schedule.strike(List.of()))
                .map(Optional::isPresent)
                .toList();
    }

    private static Fault only(Enum<?> constant) {
        String word = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return FaultPlan.parse("{\"rules\":[{\"fault\":\"" + word + "\"}]}")
                .rules()
                .getFirst()
                .fault();
    }
}
