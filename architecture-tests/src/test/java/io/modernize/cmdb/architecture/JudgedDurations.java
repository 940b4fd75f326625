package io.modernize.cmdb.architecture;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds assertions about a time that was stopped: about a difference to {@code System.nanoTime()}, or whatever of the
 * same file holds one. A time that is printed is no such thing, and neither is a seed.
 */
final class JudgedDurations extends TreeScanner<@Nullable Void, @Nullable Void> {
    private static final Set<String> STOPWATCHES = Set.of("System.nanoTime()", "System.currentTimeMillis()");
    private static final Set<String> DESCRIPTIONS =
            Set.of("as", "describedAs", "withFailMessage", "overridingErrorMessage");

    /** Names of variables and methods that hold a stopped time. */
    private final Set<String> stopped = new HashSet<>();

    private final Set<String> judged = new TreeSet<>();
    private @Nullable String method;

    private JudgedDurations() {}

    /** Such assertions, as they stand there. */
    static Set<String> in(CompilationUnitTree file) {
        JudgedDurations scan = new JudgedDurations();
        int before;
        do {
            before = scan.stopped.size();
            scan.scan(file, null);
        } while (scan.stopped.size() > before);
        return scan.judged;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree node, @Nullable Void unused) {
        if (isStopped(node.getInitializer())) {
            stopped.add(node.getName().toString());
        }
        return super.visitVariable(node, unused);
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree node, @Nullable Void unused) {
        if (isStopped(node.getExpression())) {
            stopped.add(node.getVariable().toString().replace("this.", ""));
        }
        return super.visitAssignment(node, unused);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree node, @Nullable Void unused) {
        method = node.getName().toString();
        return super.visitMethod(node, unused);
    }

    @Override
    public @Nullable Void visitReturn(ReturnTree node, @Nullable Void unused) {
        if (method != null && isStopped(node.getExpression())) {
            stopped.add(method);
        }
        return super.visitReturn(node, unused);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree node, @Nullable Void unused) {
        boolean isOfAssertion = beginning(node).startsWith("assert") && !isDescription(node);
        for (ExpressionTree argument : node.getArguments()) {
            if (isOfAssertion && (isStopped(argument) || readsStopwatch(argument))) {
                judged.add(node.toString());
            }
            // What a list or a maximum is told, it holds; a class, whose name begins with a capital, holds nothing.
            if (node.getMethodSelect() instanceof MemberSelectTree select
                    && select.getExpression() instanceof IdentifierTree holder
                    && Character.isLowerCase(holder.getName().charAt(0))
                    && isStopped(argument)) {
                stopped.add(holder.getName().toString());
            }
        }
        return super.visitMethodInvocation(node, unused);
    }

    /** The first method of a chain of calls, where it is called without an object; else nothing. */
    private static String beginning(MethodInvocationTree call) {
        ExpressionTree first = call.getMethodSelect();
        while (first instanceof MemberSelectTree select
                && select.getExpression() instanceof MethodInvocationTree before) {
            first = before.getMethodSelect();
        }
        return first instanceof IdentifierTree name ? name.getName().toString() : "";
    }

    private static boolean isDescription(MethodInvocationTree call) {
        return call.getMethodSelect() instanceof MemberSelectTree select
                && DESCRIPTIONS.contains(select.getIdentifier().toString());
    }

    private static boolean readsStopwatch(Tree tree) {
        return STOPWATCHES.stream().anyMatch(tree.toString()::contains);
    }

    private boolean isStopped(@Nullable Tree tree) {
        Boolean found = new TreeScanner<Boolean, @Nullable Void>() {
            @Override
            public Boolean visitBinary(BinaryTree node, @Nullable Void unused) {
                return node.getKind() == Tree.Kind.MINUS
                                && (isStopwatch(node.getLeftOperand()) || isStopwatch(node.getRightOperand()))
                        || isTrue(super.visitBinary(node, unused));
            }

            @Override
            public Boolean visitIdentifier(IdentifierTree node, @Nullable Void unused) {
                return stopped.contains(node.getName().toString());
            }

            @Override
            public Boolean reduce(Boolean one, Boolean other) {
                return isTrue(one) || isTrue(other);
            }
        }.scan(tree, null);
        return isTrue(found);
    }

    private static boolean isStopwatch(ExpressionTree expression) {
        return STOPWATCHES.contains(expression.toString());
    }

    private static boolean isTrue(@Nullable Boolean found) {
        return found != null && found;
    }
}
