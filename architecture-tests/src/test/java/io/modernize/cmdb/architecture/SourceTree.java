package io.modernize.cmdb.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds the files of the reactor. The tests may be started in any of its folders. */
final class SourceTree {
    private static final Path ROOT = findRoot();
    private static final Path TESTS = ROOT.resolve("architecture-tests/src/test");
    private static final Path FIXTURES = TESTS.resolve("java").resolve(Layout.FIXTURES.replace('.', '/'));

    private SourceTree() {}

    static List<SourceFile> productionSources() {
        return ofEveryModule("src/main/java");
    }

    /** Without the fixtures, which break the rules on purpose. */
    static List<SourceFile> testSources() {
        return ofEveryModule("src/test/java");
    }

    /** Every Java file of every module, fixtures included. */
    static List<Path> allFiles() {
        List<Path> files = new ArrayList<>();
        modules().forEach(module -> files.addAll(javaFiles(module.resolve("src"))));
        return files;
    }

    /** The documents for people: those at the top of the checkout, and all below its folder {@code docs}. */
    static List<Path> documents() {
        List<Path> documents = new ArrayList<>(List.of(ROOT.resolve("ARCHITECTURE.md"), ROOT.resolve("README.md")));
        documents.addAll(filesBelow(ROOT.resolve("docs"), ".md"));
        return documents;
    }

    /** The files of the GraphQL schema. */
    static List<Path> schemas() {
        return filesBelow(ROOT.resolve("adapters-graphql/src/main/resources/graphql"), ".graphqls");
    }

    /**
     * The sources of a fixture. Some are compiled. Others are resources, because Maven would take them for tests if they
     * were compiled.
     */
    static List<SourceFile> fixtureSources(String fixture) {
        List<Path> files = new ArrayList<>(javaFiles(FIXTURES.resolve(fixture)));
        files.addAll(javaFiles(TESTS.resolve("resources/fixtures").resolve(fixture)));
        return SourceFile.parse(files);
    }

    private static List<SourceFile> ofEveryModule(String folder) {
        List<Path> files = new ArrayList<>();
        modules().forEach(module -> files.addAll(javaFiles(module.resolve(folder))));
        files.removeIf(file -> file.startsWith(FIXTURES));
        return SourceFile.parse(files);
    }

    private static List<Path> modules() {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> javaFiles(Path folder) {
        return filesBelow(folder, ".java");
    }

    private static List<Path> filesBelow(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path findRoot() {
        Path start = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("architecture-tests/pom.xml"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no checkout of the project above " + start);
    }
}
