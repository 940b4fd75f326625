package io.modernize.cmdb.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleTests {
    static Stream<Named<Rule>> rules() {
        return Rules.all().entrySet().stream().map(rule -> Named.of(rule.getKey(), rule.getValue()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(Rule rule) {
        assertThat(rule.violationsIn(Codebase.production())).as(rule.toString()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void exemptsNothingWithoutNeed(Rule rule) {
        assertThat(rule.unneededExemptionsIn(Codebase.production()))
                .as(rule.toString())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void saysWhy(Rule rule) {
        assertThat(rule.isReasoned()).as(rule.toString()).isTrue();
    }

    @Test
    void seesEveryModule() {
        assertThat(Codebase.production().classes().stream().map(ReactorModule::of))
                .containsOnly(LeafPackages.MODULE_BY_PACKAGE.values().toArray(String[]::new));
    }

    /** Rules over files are the only ones that see the modules which support the product. */
    @Test
    void seesTheFilesOfEveryModule() {
        Set<String> modules = new HashSet<>(LeafPackages.MODULE_BY_PACKAGE.values());
        modules.addAll(LeafPackages.SUPPORTING_MODULE_BY_ROOT.values());

        assertThat(Codebase.production().mainSources().stream().map(SourceFile::moduleName))
                .containsOnly(modules.toArray(String[]::new));
    }

    /** Its jars are on the class path of this test: that they are left out is the work of {@link ProductionCode}. */
    @Test
    void leavesOutWhatSupportsTests() throws ClassNotFoundException {
        String[] testOnly = {
            "io.modernize.cmdb.testsupport.TestDatabase",
            "io.modernize.cmdb.embedding.application.HashingEmbeddingModel"
        };
        for (String name : testOnly) {
            assertThat(Class.forName(name)).isNotNull();
            assertThat(Codebase.production().classes().contain(name)).as(name).isFalse();
        }
    }
}
