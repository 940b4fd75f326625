package io.modernize.cmdb.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayList;
import java.util.List;

/**
 * What a rule looks at.
 *
 * @param mainSources files of src/main/java
 * @param testSources files of src/test/java
 */
record Codebase(JavaClasses classes, List<SourceFile> mainSources, List<SourceFile> testSources) {

    /** All modules of the reactor. Read once: importing takes far longer than checking. */
    static Codebase production() {
        return Production.CODEBASE;
    }

    /** Classes in a package of that name, sources that must not be compiled in a resource folder of that name. */
    static Codebase fixture(String name) {
        List<SourceFile> sources = new ArrayList<>();
        sources.addAll(SourceTree.fixtureSources(name));
        sources.addAll(SourceTree.fixtureResources(name));
        return new Codebase(
                new ClassFileImporter().importPackages(Layout.FIXTURES + "." + name), sources, sources);
    }

    private static final class Production {
        static final Codebase CODEBASE = new Codebase(
                new ClassFileImporter().withImportOption(new ProductionCode()).importPackages(Layout.ROOT),
                SourceTree.productionSources(),
                SourceTree.testSources());
    }
}
