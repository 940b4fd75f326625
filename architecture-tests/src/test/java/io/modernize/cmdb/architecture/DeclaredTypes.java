package io.modernize.cmdb.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.util.TreeScanner;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The classes, interfaces, records and enums of all sources, nested ones and those of tests included. */
final class DeclaredTypes {
    private DeclaredTypes() {}

    /** The packages below the root package that declare a type of the name; several may. */
    static Map<String, Set<String>> packagesByType() {
        Map<String, Set<String>> packages = new HashMap<>();
        Stream.concat(Codebase.production().mainSources().stream(), Codebase.production().testSources().stream())
                .filter(file -> file.packageName().startsWith(Layout.ROOT))
                .forEach(file -> new TreeScanner<@Nullable Void, @Nullable Void>() {
                    @Override
                    public @Nullable Void visitClass(ClassTree node, @Nullable Void unused) {
                        packages.computeIfAbsent(node.getSimpleName().toString(), name -> new HashSet<>())
                                .add(Layout.leafPackage(file.packageName()));
                        return super.visitClass(node, unused);
                    }
                }.scan(file.tree(), null));
        return packages;
    }
}
