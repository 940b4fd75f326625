package io.modernize.cmdb.architecture;

import static io.modernize.cmdb.architecture.RuleProofTests.proof;

import io.modernize.cmdb.architecture.RuleProofTests.Proof;
import java.util.stream.Stream;

/** Proofs of the rules on tests and on resources, for {@link RuleProofTests}. */
final class FurtherProofs {
    private FurtherProofs() {}

    static Stream<Proof> all() {
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
                proof(ResourceRules.CACHES_HAVE_A_BOUND, "caches", "EndlessSurveys> builds a cache without a bound"),
                proof(
                        ResourceRules.WHAT_THREADS_SHARE_HAS_A_BOUND,
                        "sharedcollections",
                        "<java.util.concurrent.ConcurrentHashMap.<init>()>",
                        "<java.util.concurrent.ConcurrentHashMap.newKeySet()>",
                        "<java.util.concurrent.LinkedBlockingQueue.<init>()>",
                        "<java.util.concurrent.Executors.newFixedThreadPool(int)>"),
                proof(
                        ResourceRules.NOTHING_IS_LAID_DOWN_IN_TEMPORARY_FOLDERS,
                        "temporaryfiles",
                        "<java.nio.file.Files.createTempDirectory(",
                        "<java.io.File.deleteOnExit()>"));
    }
}
