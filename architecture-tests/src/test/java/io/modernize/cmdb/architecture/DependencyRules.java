package io.modernize.cmdb.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.stream.Stream;

/** Which technology each ring may know, and which other ring. */
final class DependencyRules {
    private static final DescribedPredicate<JavaClass> PACKAGE_INFO =
            describe("are package descriptions", Layout::isPackageInfo);

    /** The whitelist is the JDK without its database interfaces: those are a framework that happens to ship with it. */
    private static final DescribedPredicate<JavaClass> JDK = resideInAnyPackage("java..")
            .and(not(resideInAPackage("java.sql..")))
            .as("the JDK (without java.sql)");

    private static final DescribedPredicate<JavaClass> JSPECIFY =
            resideInAPackage("org.jspecify..").as("JSpecify");

    static final Rule DOMAIN_KNOWS_ONLY_THE_JDK = Rule.of(classes()
            .that(Ring.isIn(Ring.DOMAIN).and(not(PACKAGE_INFO)))
            .should()
            .onlyDependOnClassesThat(Ring.isIn(Ring.DOMAIN).or(JDK).or(JSPECIFY))
            .because("the domain outlives every framework; a whitelist also catches those not thought of"));

    static final Rule APPLICATION_KNOWS_ONLY_THE_DOMAIN = Rule.of(classes()
            .that(Ring.isIn(Ring.APPLICATION).and(not(PACKAGE_INFO)))
            .should()
            .onlyDependOnClassesThat(
                    Ring.isIn(Ring.DOMAIN, Ring.APPLICATION).or(JDK).or(JSPECIFY))
            .because("use cases are tested without Spring, JDBC or Jackson, and must not notice when those change"));

    static final Rule CORE_PACKAGES_ARE_DESCRIBED_IN_MODULITHS_WORDS_ONLY = Rule.of(classes()
            .that(Ring.isIn(Ring.DOMAIN, Ring.APPLICATION).and(PACKAGE_INFO))
            .should()
            .onlyDependOnClassesThat(JDK.or(JSPECIFY).or(resideInAPackage("org.springframework.modulith..")))
            .because("the declaration of a module is the one place of the core where a framework has a word"));

    static final Rule RINGS_POINT_INWARDS = Rule.of(classes()
            .that(describe("are ours", Layout::isOurs))
            .should(Conditions.condition(
                    "only know the rings that theirs may know", DependencyRules::outwardDependencies))
            .because("adapters are replaced one by one; only wiring and operations put several of them together"));

    static final Rule GRAPHQL_KNOWS_NO_STORAGE_AND_NO_JOBS = Rule.of(noClasses()
            .that(Ring.isIn(Ring.GRAPHQL))
            .should()
            .dependOnClassesThat(Ring.isIn(Ring.PERSISTENCE, Ring.BATCH)
                    .or(resideInAnyPackage(
                            "java.sql..",
                            "javax.sql..",
                            "org.springframework.jdbc..",
                            "org.springframework.data..",
                            "org.springframework.transaction..",
                            "org.springframework.batch..")))
            .because("a resolver that reaches the database passes by the use case, and with it the tenant scope"));

    private static final SliceAssignment PACKAGES = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return Layout.isOurs(type) ? SliceIdentifier.of(Layout.leafPackage(type)) : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    };

    static final Rule PACKAGES_FORM_NO_CIRCLE = Rule.of(slices().assignedFrom(PACKAGES)
            .should()
            .beFreeOfCycles()
            .because("rooms that need each other are one room: neither can be read, tested or moved alone"));

    private DependencyRules() {}

    private static Stream<String> outwardDependencies(JavaClass type) {
        return Ring.of(type).stream()
                .flatMap(ring -> type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> leaves(ring, dependency))
                        .map(Dependency::getDescription));
    }

    private static boolean leaves(Ring ring, Dependency dependency) {
        return Ring.of(dependency.getTargetClass().getBaseComponentType())
                .filter(target -> !ring.mayKnow().contains(target))
                .isPresent();
    }
}
