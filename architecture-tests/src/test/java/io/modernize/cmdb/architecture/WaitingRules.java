package io.modernize.cmdb.architecture;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.TreeScanner;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** No test depends on how fast the machine is. */
final class WaitingRules {
    private static final Pattern PAUSES =
            Pattern.compile("(?:Thread|TimeUnit|%s)\\.sleep|Thread\\.onSpinWait|LockSupport\\.park\\w*"
                    .formatted(Arrays.stream(TimeUnit.values()).map(Enum::name).collect(Collectors.joining("|"))));

    static final Rule TESTS_WAIT_FOR_STATES = Rule.over(
            Codebase::testSources,
            files -> files.stream()
                    .flatMap(file -> pauses(file).stream()
                            .map(pause -> "Class <%s> waits by %s".formatted(file.qualifiedName(), pause))),
            "tests should not pause, but have Await of test-support look until a state is there",
            "a pause that stands for a state is too short on some machine and too long on all others");

    static final Rule TESTS_JUDGE_NO_DURATIONS = Rule.over(
            Codebase::testSources,
            files -> files.stream()
                    .flatMap(file -> JudgedDurations.in(file.tree()).stream()
                            .map(assertion -> "Class <%s> judges how long something took: %s"
                                    .formatted(file.qualifiedName(), assertion))),
            "tests should not assert what a stopwatch says",
            "how long anything takes is the machine's affair; counts and injected clocks say what is meant");

    private WaitingRules() {}

    /** Each kind once, as it is called or referred to. */
    private static Set<String> pauses(SourceFile file) {
        Set<String> pauses = new TreeSet<>();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitImport(ImportTree node, @Nullable Void unused) {
                // What a static import names may be called without its class.
                return node.isStatic() ? super.visitImport(node, unused) : null;
            }

            @Override
            public @Nullable Void visitMemberSelect(MemberSelectTree node, @Nullable Void unused) {
                note(node.getExpression(), node.getIdentifier().toString());
                return super.visitMemberSelect(node, unused);
            }

            @Override
            public @Nullable Void visitMemberReference(MemberReferenceTree node, @Nullable Void unused) {
                note(node.getQualifierExpression(), node.getName().toString());
                return super.visitMemberReference(node, unused);
            }

            private void note(ExpressionTree owner, String name) {
                String qualified = owner.toString();
                String call = qualified.substring(qualified.lastIndexOf('.') + 1) + "." + name;
                if (PAUSES.matcher(call).matches()) {
                    pauses.add(call);
                }
            }
        }.scan(file.tree(), null);
        return pauses;
    }
}
