package io.modernize.cmdb.architecture;

import static io.modernize.cmdb.architecture.RuleProofTests.proof;

import io.modernize.cmdb.architecture.RuleProofTests.Proof;
import java.util.stream.Stream;

/** Proofs of the rules on sizes, for {@link RuleProofTests}. */
final class SizeRuleProofs {
    private SizeRuleProofs() {}

    static Stream<Proof> proofs() {
        return Stream.of(
                proof(SizeRules.FILES_ARE_SHORT, "longfiles", "LongCatalog> stands in a file of 251 lines"),
                proof(
                        SizeRules.CONSTRUCTORS_TAKE_FEW_THINGS,
                        "longconstructors",
                        "FindEverything> has a constructor of 7 parameters",
                        "FindEverything$Found> has a constructor of 8 parameters",
                        "FoundKind> has a constructor of 7 parameters"));
    }
}
