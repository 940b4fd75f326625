package io.modernize.cmdb.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a rule looks at.
 *
 * @param mainSources files of src/main/java
 * @param testSources files of src/test/java
 */
record Codebase(JavaClasses classes, List<SourceFile> mainSources, List<SourceFile> testSources) {
    private static final Map<String, Codebase> FIXTURES = new ConcurrentHashMap<>();

    /** All modules of the reactor. Read once: importing takes far longer than checking. */
    static Codebase production() {
        return Production.CODEBASE;
    }

    /** Classes in a package of that name, sources that must not be compiled in a resource folder of that name. */
    static Codebase fixture(String name) {
        return FIXTURES.computeIfAbsent(name, Codebase::readFixture);
    }

    /** What a rule looks at that looks at nothing. */
    static Codebase empty() {
        return new Codebase(new ClassFileImporter().importLocations(Set.of()), List.of(), List.of());
    }

    private static Codebase readFixture(String name) {
        // By folder: looking for a package would go through every jar of the class path again.
        URL folder = Codebase.class.getResource("fixtures/" + name);
        Set<Location> locations = folder == null ? Set.of() : Set.of(Location.of(folder));
        List<SourceFile> sources = SourceTree.fixtureSources(name);
        return new Codebase(new ClassFileImporter().importLocations(locations), sources, sources);
    }

    private static final class Production {
        static final Codebase CODEBASE = new Codebase(
                new ClassFileImporter().withImportOption(new ProductionCode()).importPackages(Layout.ROOT),
                SourceTree.productionSources(),
                SourceTree.testSources());
    }
}
