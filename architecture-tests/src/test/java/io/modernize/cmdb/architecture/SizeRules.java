package io.modernize.cmdb.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How much one file holds, and how much one class works with. */
final class SizeRules {
    private static final int MOST_LINES = 250;
    private static final int MOST_PARAMETERS = 6;

    static final Rule FILES_ARE_SHORT = Rule.over(
            Codebase::mainSources,
            files -> files.stream()
                    .filter(file -> file.lines() > MOST_LINES)
                    .map(file ->
                            "Class <%s> stands in a file of %d lines".formatted(file.qualifiedName(), file.lines())),
            "files of src/main should have at most " + MOST_LINES + " lines",
            "a class that takes more has several reasons to change, and a reader who looks for one reads them all");

    /** Records are spared, also those that write their constructor out: they carry values, and do not work with them. */
    static final Rule CONSTRUCTORS_TAKE_FEW_THINGS = Rule.over(
            Codebase::mainSources,
            files -> files.stream().flatMap(SizeRules::longConstructors),
            "constructors of classes and enums should take at most " + MOST_PARAMETERS + " parameters",
            "a class that works with more does several jobs, or misses a notion that some of them belong to");

    private SizeRules() {}

    private static Stream<String> longConstructors(SourceFile file) {
        List<String> found = new ArrayList<>();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            private final Deque<ClassTree> enclosing = new ArrayDeque<>();

            @Override
            public @Nullable Void visitClass(ClassTree node, @Nullable Void unused) {
                enclosing.addLast(node);
                super.visitClass(node, unused);
                enclosing.removeLast();
                return null;
            }

            @Override
            public @Nullable Void visitMethod(MethodTree node, @Nullable Void unused) {
                boolean isConstructor = node.getName().contentEquals("<init>");
                boolean isOfRecord = enclosing.getLast().getKind() == Tree.Kind.RECORD;
                if (isConstructor && !isOfRecord && node.getParameters().size() > MOST_PARAMETERS) {
                    found.add("Class <%s> has a constructor of %d parameters"
                            .formatted(
                                    file.nameOf(enclosing), node.getParameters().size()));
                }
                return super.visitMethod(node, unused);
            }
        }.scan(file.tree(), null);
        return found.stream();
    }
}
