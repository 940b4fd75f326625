package io.modernize.cmdb.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/** Names that say nothing. */
final class NamingRules {
    private static final Pattern FILLER = Pattern.compile(".*(Impl|Manager|Helper|Utils?)");
    private static final Set<String> FILLER_PACKAGES =
            Set.of("common", "commons", "shared", "util", "utils", "helper", "helpers", "misc", "impl");
    private static final Pattern NO_NOUN_OF_THE_DOMAIN =
            Pattern.compile("I[A-Z].*|Abstract.*|.*(Port|Adapter|Interface|Service|Repository|Dao|Gateway)");

    static final Rule CLASSES_ARE_NAMED_AFTER_WHAT_THEY_DO = Rule.of(classes()
            .should(Conditions.condition(
                    "not end in Impl, Manager, Helper, Util or Utils",
                    type -> !FILLER.matcher(type.getSimpleName()).matches(),
                    type -> "Class <%s> has a name that says nothing".formatted(type.getName())))
            .because("such a name fits every class, so that everything lands in it"));

    static final Rule PACKAGES_ARE_NAMED_AFTER_WHAT_THEY_HOLD = Rule.of(classes()
            .should(Conditions.condition(
                    "not stand in a package named common, shared, util or the like",
                    NamingRules::standsInNamedPlace,
                    type -> "Class <%s> stands in a package that could hold anything".formatted(type.getName())))
            .because("such a package belongs to no capability and ends up being known by all"));

    /** Whether a word is a good one no test can tell; these are the ones that never are. */
    static final Rule PORTS_ARE_NOUNS_OF_THE_DOMAIN = Rule.of(classes()
            .that(describe("are ports", NamingRules::isPort))
            .should(Conditions.condition(
                    "be named without a word for their technical role",
                    type -> !NO_NOUN_OF_THE_DOMAIN.matcher(type.getSimpleName()).matches(),
                    type -> "Port <%s> is named after its technical role".formatted(type.getName())))
            .because("a port is what the core calls that thing: AssetCatalog, not AssetRepositoryPort"));

    private NamingRules() {}

    static boolean isPort(JavaClass type) {
        // Sealed interfaces are outcomes, nested ones belong to the port around them.
        return Ring.of(type).filter(Ring.APPLICATION::equals).isPresent()
                && type.isInterface()
                && type.isTopLevelClass()
                && !Layout.isPackageInfo(type)
                && !type.reflect().isSealed();
    }

    private static boolean standsInNamedPlace(JavaClass type) {
        return Arrays.stream(Layout.leafPackage(type).split("\\.")).noneMatch(FILLER_PACKAGES::contains);
    }
}
