package io.modernize.cmdb.architecture;

import static io.modernize.cmdb.architecture.RuleProofTests.proof;

import io.modernize.cmdb.architecture.RuleProofTests.Proof;
import java.util.stream.Stream;

/** Proofs of the rules on resources, for {@link RuleProofTests}. */
final class ResourceRuleProofs {
    private ResourceRuleProofs() {}

    static Stream<Proof> proofs() {
        return Stream.of(
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
