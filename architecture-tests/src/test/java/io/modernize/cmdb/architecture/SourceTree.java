package io.modernize.cmdb.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds the Java files of the reactor, from whichever folder the tests are started in. */
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

    /** Compiled ones, and those that must not be, since Maven would take them for tests: these are resources. */
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
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
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
