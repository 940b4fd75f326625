package io.modernize.cmdb.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.all;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.AbstractClassesTransformer;
import com.tngtech.archunit.lang.ClassesTransformer;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** Which packages there are, and where they lie. */
final class PlacementRules {
    /** A package of the table and what was found in it. */
    private record LeafPackage(String name, List<JavaClass> types) {
        boolean isInhabited() {
            return types.stream()
                    .anyMatch(type -> LeafPackages.DESCRIPTIONS_ONLY.contains(name) || !Layout.isPackageInfo(type));
        }
    }

    private static final ClassesTransformer<LeafPackage> NAMED_PACKAGES =
            new AbstractClassesTransformer<>("named packages") {
                @Override
                public Iterable<LeafPackage> doTransform(JavaClasses classes) {
                    return LeafPackages.MODULE_BY_PACKAGE.keySet().stream()
                            .sorted()
                            .map(name -> new LeafPackage(
                                    name,
                                    classes.stream()
                                            .filter(type ->
                                                    Layout.leafPackage(type).equals(name))
                                            .toList()))
                            .toList();
                }
            };

    static final Rule PACKAGES_LIE_IN_THE_MODULE_THAT_THE_TABLE_NAMES = Rule.of(classes()
            .should(Conditions.condition(
                    "lie in the module that the table of packages names",
                    type -> ReactorModule.of(type).equals(moduleOf(type)),
                    type -> "Class <%s> lies in module '%s', but its package belongs to '%s'"
                            .formatted(type.getName(), ReactorModule.of(type), moduleOf(type))))
            .because("a package split over jars has two owners, and package-private stops to mean anything"));

    /** Over files, since the class path of these tests lacks the modules that support the product. */
    static final Rule FILES_LIE_IN_THE_MODULE_THAT_THE_TABLE_NAMES = Rule.over(
            Codebase::mainSources,
            files -> files.stream()
                    .filter(file -> !moduleOf(leafPackage(file)).equals(file.moduleName()))
                    .map(file -> "Class <%s> lies in module '%s', but its package belongs to '%s'"
                            .formatted(file.qualifiedName(), file.moduleName(), moduleOf(leafPackage(file)))),
            "files of src/main should lie in the module that the table of packages names",
            "a benchmark that puts a class into a package of the product reaches what is hidden there, and keeps it"
                    + " from being changed");

    static final Rule NAMED_PACKAGES_ARE_INHABITED = Rule.of(all(NAMED_PACKAGES)
            .should(Conditions.condition(
                    "hold classes",
                    LeafPackage::isInhabited,
                    leaf -> "Package <%s> of the table is empty".formatted(leaf.name())))
            .because("a rule about a package that does not exist can never fail"));

    static final Rule PACKAGES_ARE_NULL_MARKED = Rule.of(classes()
            .that(describe("are top-level", JavaClass::isTopLevelClass))
            .should(Conditions.condition(
                    "stand in a package that is @NullMarked",
                    PlacementRules::isNullMarked,
                    type -> "Class <%s> stands in package '%s' without a @NullMarked package-info"
                            .formatted(type.getName(), type.getPackageName())))
            .because("NullAway passes over packages that are not marked"));

    /** Reads as one screen of a folder tree, with the description of the package among its files. */
    private static final int MOST_FILES = 25;

    /** Measures us and serves tests: nobody looks there for a line of the product. */
    private static final Set<String> NO_PRODUCT = Set.of("benchmarks", "test-support");

    static final Rule PACKAGES_ARE_SMALL = Rule.over(
            Codebase::mainSources,
            PlacementRules::largePackages,
            "packages of the product should have at most " + MOST_FILES + " files",
            "a package that holds more is about several things, and nobody finds a line in it by its name");

    private PlacementRules() {}

    private static Stream<String> largePackages(List<SourceFile> files) {
        return files.stream()
                .filter(file -> !NO_PRODUCT.contains(
                        Path.of(file.module()).getFileName().toString()))
                .collect(groupingBy(SourceFile::packageName, TreeMap::new, counting()))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() > MOST_FILES)
                .map(entry -> "Package <%s> has %d files".formatted(entry.getKey(), entry.getValue()));
    }

    private static String moduleOf(JavaClass type) {
        return moduleOf(Layout.leafPackage(type));
    }

    private static String moduleOf(String leafPackage) {
        return LeafPackages.moduleOf(leafPackage).orElse("no module: not in the table");
    }

    private static String leafPackage(SourceFile file) {
        return Layout.leafPackage(file.tree().getPackage().getPackageName().toString());
    }

    private static boolean isNullMarked(JavaClass type) {
        return type.getPackage()
                .tryGetPackageInfo()
                .filter(info -> info.isAnnotatedWith(NullMarked.class))
                .isPresent();
    }
}
