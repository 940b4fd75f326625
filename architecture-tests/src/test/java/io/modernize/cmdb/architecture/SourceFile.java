package io.modernize.cmdb.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A Java file as the compiler's parser sees it: comments and strings cannot be mistaken for code. */
record SourceFile(Path path, CompilationUnitTree tree) {

    static List<SourceFile> parse(List<Path> paths) {
        if (paths.isEmpty()) {
            return List.of();
        }
        var compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "tests need a JDK, not a JRE");
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(paths));
            List<SourceFile> parsed = new ArrayList<>();
            for (CompilationUnitTree tree : task.parse()) {
                parsed.add(new SourceFile(Path.of(tree.getSourceFile().toUri()), tree));
            }
            return parsed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of the file's class. */
    String className() {
        String file = path.getFileName().toString();
        return file.substring(0, file.length() - ".java".length());
    }

    /** Empty for a file without a package. */
    String packageName() {
        return tree.getPackage() == null
                ? ""
                : tree.getPackage().getPackageName().toString();
    }

    String qualifiedName() {
        return packageName().isEmpty() ? className() : packageName() + "." + className();
    }

    /** The name of a class of this file, as the compiler makes it of the classes around it. */
    String nameOf(Collection<ClassTree> enclosing) {
        String name =
                enclosing.stream().map(type -> type.getSimpleName().toString()).collect(Collectors.joining("$"));
        return tree.getPackage() == null ? name : tree.getPackage().getPackageName() + "." + name;
    }

    int lines() {
        try {
            return (int)
                    tree.getSourceFile().getCharContent(true).toString().lines().count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder of the Maven module. A fixture may have modules of its own, below the one that it lies in. */
    String module() {
        String text = path.toString();
        return text.substring(0, text.lastIndexOf("/src/"));
    }

    /** The name of the Maven module: that of its folder. */
    String moduleName() {
        return module().substring(module().lastIndexOf('/') + 1);
    }
}
