package io.modernize.cmdb.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.TOP_LEVEL_CLASSES;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;

/** What other packages can see. */
final class VisibilityRules {
    private static final ArchCondition<JavaClass> BE_USED_FROM_ANOTHER_PACKAGE = Conditions.condition(
            "be used from another package",
            VisibilityRules::isUsedFromAnotherPackage,
            type -> "Class <%s> is public, but no other package uses it".formatted(type.getName()));

    static final Rule ADAPTERS_SHOW_WHAT_THEIR_ROOMS_NEED = Rule.of(classes()
            .that(Ring.isIn(Ring.ADAPTERS))
            .and(TOP_LEVEL_CLASSES)
            .and()
            .arePublic()
            .should(BE_USED_FROM_ANOTHER_PACKAGE)
            .because("controllers, rows and configurations are reached over ports and beans; what is public is what"
                    + " other rooms of the same ring build on, and no other ring may name it"));

    static final Rule BOOTSTRAP_SHOWS_WHAT_ITS_PACKAGES_NEED = Rule.of(classes()
            .that(Ring.isIn(Ring.WIRING, Ring.OPERATIONS))
            .and(TOP_LEVEL_CLASSES)
            .and()
            .arePublic()
            .should(BE_USED_FROM_ANOTHER_PACKAGE)
            .because("nothing stands above bootstrap; only its own packages need to see each other"));

    static final Rule ROOT_PACKAGE_HOLDS_THE_MAIN_CLASS_ONLY = Rule.of(classes()
            .that(Ring.isIn(Ring.MAIN)
                    .and(describe("are no package descriptions", type -> !Layout.isPackageInfo(type))))
            .should()
            .haveSimpleName("CmdbSimilarityApplication")
            .because("what stands in the root package belongs to no capability, and no module rule sees it"));

    private VisibilityRules() {}

    /** Itself or a class inside it. */
    private static boolean isUsedFromAnotherPackage(JavaClass type) {
        return holdsConstantsOnly(type)
                || type.getPackage().getClasses().stream()
                        .filter(member -> member.getName().equals(type.getName())
                                || member.getName().startsWith(type.getName() + "$"))
                        .flatMap(member -> member.getDirectDependenciesToSelf().stream())
                        .anyMatch(use -> !use.getOriginClass().getPackageName().equals(type.getPackageName()));
    }

    /** The compiler writes their values where they are used, so that class files do not show the use. */
    private static boolean holdsConstantsOnly(JavaClass type) {
        return type.getMethods().isEmpty()
                && type.getConstructors().stream()
                        .allMatch(constructor -> constructor.getModifiers().contains(JavaModifier.PRIVATE));
    }
}
