package io.modernize.cmdb.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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

    /** The folder of the Maven module. */
    String module() {
        String text = path.toString();
        return text.substring(0, text.indexOf("/src/"));
    }
}
