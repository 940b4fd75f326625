package io.modernize.cmdb.architecture;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Which tests need a database, and that none is left out. */
final class TestRules {
    private static final String DATABASE = "TestDatabase";
    private static final Set<String> TEST_ANNOTATIONS =
            Set.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "TestTemplate");

    static final Rule INTEGRATION_TESTS_USE_THE_DATABASE = Rule.over(
            Codebase::testSources,
            files -> {
                Set<SourceFile> users = usersOfTheDatabase(files);
                return files.stream()
                        .filter(file -> file.className().endsWith("IT"))
                        .filter(file -> !users.contains(file))
                        .map(file -> "Class <%s> ends in IT, but uses no TestDatabase".formatted(file.qualifiedName()));
            },
            "classes ending in IT should use TestDatabase",
            "a test that needs no database belongs to the fast ones, which run first");

    static final Rule UNIT_TESTS_USE_NO_DATABASE = Rule.over(
            Codebase::testSources,
            files -> usersOfTheDatabase(files).stream()
                    .filter(file -> file.className().endsWith("Tests"))
                    .map(file -> "Class <%s> ends in Tests, but uses TestDatabase".formatted(file.qualifiedName())),
            "classes ending in Tests should not use TestDatabase",
            "surefire's tests run everywhere, also where there is no PostgreSQL");

    static final Rule TEST_CLASSES_ARE_FOUND_BY_MAVEN = Rule.over(
            Codebase::testSources,
            files -> files.stream()
                    .filter(TestRules::holdsTests)
                    .filter(file -> !file.className().endsWith("Tests")
                            && !file.className().endsWith("IT"))
                    .map(file ->
                            "Class <%s> holds tests, but ends in neither Tests nor IT".formatted(file.qualifiedName())),
            "concrete classes with tests should end in Tests or IT",
            "surefire and failsafe pick test classes by these names and pass over others in silence");

    static final Rule NO_TEST_IS_DISABLED = Rule.over(
            Codebase::testSources,
            files -> files.stream()
                    .filter(file -> annotations(file).stream().anyMatch(name -> name.startsWith("Disabled")))
                    .map(file -> "Class <%s> disables tests".formatted(file.qualifiedName())),
            "no test should be disabled",
            "a test that does not run looks like one that passes");

    private TestRules() {}

    /** Directly, or over other test classes of the same module. */
    private static Set<SourceFile> usersOfTheDatabase(List<SourceFile> files) {
        Map<String, List<SourceFile>> byModule = files.stream().collect(Collectors.groupingBy(SourceFile::module));
        Set<SourceFile> users = new HashSet<>();
        byModule.values().forEach(module -> users.addAll(usersOfTheDatabaseInModule(module)));
        return users;
    }

    private static Set<SourceFile> usersOfTheDatabaseInModule(Collection<SourceFile> files) {
        Map<SourceFile, Set<String>> namesByFile = new HashMap<>();
        files.forEach(file -> namesByFile.put(file, names(file)));
        Set<SourceFile> users = new HashSet<>();
        Deque<String> wanted = new ArrayDeque<>(List.of(DATABASE));
        while (!wanted.isEmpty()) {
            String name = wanted.pop();
            namesByFile.forEach((file, names) -> {
                if (names.contains(name) && users.add(file)) {
                    wanted.push(file.className());
                }
            });
        }
        return users;
    }

    /** Simple names that the file's code uses. */
    private static Set<String> names(SourceFile file) {
        Set<String> names = new HashSet<>();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitImport(ImportTree node, @Nullable Void unused) {
                return null; // An import alone uses nothing.
            }

            @Override
            public @Nullable Void visitIdentifier(IdentifierTree node, @Nullable Void unused) {
                names.add(node.getName().toString());
                return super.visitIdentifier(node, unused);
            }
        }.scan(file.tree(), null);
        return names;
    }

    private static Set<String> annotations(SourceFile file) {
        Set<String> names = new HashSet<>();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitAnnotation(AnnotationTree node, @Nullable Void unused) {
                String name = node.getAnnotationType().toString();
                names.add(name.substring(name.lastIndexOf('.') + 1));
                return super.visitAnnotation(node, unused);
            }
        }.scan(file.tree(), null);
        return names;
    }

    /** Abstract ones, such as contracts, run in their subclasses. */
    private static boolean holdsTests(SourceFile file) {
        boolean isConcrete = file.tree().getTypeDecls().stream()
                .anyMatch(type -> type instanceof ClassTree declaration
                        && !declaration.getModifiers().getFlags().contains(Modifier.ABSTRACT)
                        && declaration.getKind() != Tree.Kind.INTERFACE);
        return isConcrete && annotations(file).stream().anyMatch(TEST_ANNOTATIONS::contains);
    }
}
