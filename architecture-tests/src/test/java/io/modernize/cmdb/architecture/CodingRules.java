package io.modernize.cmdb.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ConstantCaseLabelTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.util.TreeScanner;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** Habits of the whole code base. */
final class CodingRules {
    private static final Set<String> PRINTING_PACKAGES =
            Set.of("operations.cli", "operations.console", "operations.sample");

    static final Rule FIELDS_ARE_NOT_INJECTED = Rule.of(noFields()
            .should()
            .beAnnotatedWith(Autowired.class)
            .because("what a class needs stands in its constructor, where a test can give it"));

    static final Rule LOGGING_IS_SLF4J = Rule.of(noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("java.util.logging.."))
            .because("a second logging system has a second configuration, that nobody has looked at"));

    static final Rule ONLY_COMMANDS_PRINT = Rule.of(noClasses()
            .that(describe("are no commands", CodingRules::isNoCommand))
            .should()
            .accessTargetWhere(DescribedPredicate.<JavaAccess<?>>describe(
                    "the target is System.out, System.err or printStackTrace", CodingRules::isPrinting))
            .because("a service's standard output is its log; only a command talks to a person there"));

    /** Over numbers, characters and strings a default is needed: their literals give such switches away. */
    static final Rule SWITCHES_OVER_OUR_TYPES_NAME_EVERY_CASE = Rule.over(
                    Codebase::mainSources,
                    files -> files.stream().flatMap(CodingRules::defaultBranches),
                    "no switch without literals in its cases should have a default branch",
                    "a new case of a sealed type or enum must be a compile error wherever it is told apart")
            .except(
                    "io.modernize.cmdb.inventory.records.PrintableText",
                    "Character.getType is an int, with constants for its values");

    private CodingRules() {}

    private static boolean isNoCommand(JavaClass type) {
        return Layout.isOurs(type) && !PRINTING_PACKAGES.contains(Layout.leafPackage(type));
    }

    private static boolean isPrinting(JavaAccess<?> access) {
        String name = access.getTarget().getName();
        return name.equals("printStackTrace")
                || (access.getTargetOwner().isEquivalentTo(System.class) && (name.equals("out") || name.equals("err")));
    }

    private static Stream<String> defaultBranches(SourceFile file) {
        List<String> found = new ArrayList<>();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitSwitch(SwitchTree node, @Nullable Void unused) {
                inspect(node.getCases());
                return super.visitSwitch(node, unused);
            }

            @Override
            public @Nullable Void visitSwitchExpression(SwitchExpressionTree node, @Nullable Void unused) {
                inspect(node.getCases());
                return super.visitSwitchExpression(node, unused);
            }

            private void inspect(List<? extends CaseTree> cases) {
                if (!hasLiteral(cases) && hasDefault(cases)) {
                    found.add("Class <%s> has a default branch in a switch over %s"
                            .formatted(file.qualifiedName(), cases.getFirst().getLabels()));
                }
            }
        }.scan(file.tree(), null);
        return found.stream();
    }

    private static boolean hasDefault(List<? extends CaseTree> cases) {
        return cases.stream()
                .flatMap(branch -> branch.getLabels().stream())
                .anyMatch(DefaultCaseLabelTree.class::isInstance);
    }

    private static boolean hasLiteral(List<? extends CaseTree> cases) {
        return cases.stream()
                .flatMap(branch -> branch.getLabels().stream())
                .anyMatch(label -> label instanceof ConstantCaseLabelTree constant
                        && constant.getConstantExpression() instanceof LiteralTree literal
                        && literal.getValue() != null);
    }
}
