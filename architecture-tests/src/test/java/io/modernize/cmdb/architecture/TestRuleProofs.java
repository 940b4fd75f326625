package io.modernize.cmdb.architecture;

import static io.modernize.cmdb.architecture.RuleProofTests.proof;

import io.modernize.cmdb.architecture.RuleProofTests.Proof;
import java.util.stream.Stream;

/** What proves the rules over tests. */
final class TestRuleProofs {
    private TestRuleProofs() {}

    static Stream<Proof> proofs() {
        return Stream.of(
                proof(
                        TestRules.INTEGRATION_TESTS_USE_THE_DATABASE,
                        "integrationtests",
                        "SearchIT> ends in IT, but uses no TestDatabase"),
                proof(
                        TestRules.UNIT_TESTS_USE_NO_DATABASE,
                        "unittests",
                        "SearchTests> ends in Tests, but uses TestDatabase"),
                proof(
                        TestRules.TEST_CLASSES_ARE_FOUND_BY_MAVEN,
                        "testnames",
                        "SearchTest> holds tests, but ends in neither Tests nor IT"),
                proof(TestRules.NO_TEST_IS_DISABLED, "disabledtests", "SearchTests> disables tests"),
                proof(
                        WaitingRules.TESTS_WAIT_FOR_STATES,
                        "pausingtests",
                        "SearchTests> waits by Thread.sleep",
                        "SearchTests> waits by SECONDS.sleep",
                        "SearchTests> waits by LockSupport.parkNanos",
                        "SearchTests> waits by LockSupport.parkUntil",
                        "SearchTests> waits by LockSupport.park",
                        "SearchTests> waits by Thread.onSpinWait",
                        "PauseIT> waits by Thread.sleep"),
                proof(
                        WaitingRules.TESTS_JUDGE_NO_DURATIONS,
                        "judgeddurations",
                        "SearchTests> judges how long something took: assertThat(took)",
                        "SearchTests> judges how long something took: assertThat(slowest.get())",
                        "isGreaterThan(Duration.ofNanos(time()))",
                        "DeadlineIT> judges how long something took: assertThat(System.currentTimeMillis())"));
    }
}
