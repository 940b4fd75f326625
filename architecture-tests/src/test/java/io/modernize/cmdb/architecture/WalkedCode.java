package io.modernize.cmdb.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import io.modernize.cmdb.architecture.DocumentedWalk.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.annotation.Configuration;

/** Compares documented walks with the code: their hops, their counts, and the classes that they list. */
final class WalkedCode {
    /** The packages of the calls that give a statement to the database. */
    private static final String[] JDBC = {"org.springframework.jdbc", "java.sql"};

    /** What each adapter of the database uses. No walk describes it again. */
    private static final String SHARED_BY_STATEMENTS = "tenancy.database.";

    /** What each request uses. No walk describes it again. */
    private static final String SHARED_BY_REQUESTS = "api.";

    /** What each job uses. No walk describes it again. */
    private static final String SHARED_BY_JOBS = "jobs.";

    private final CalledCode code;

    WalkedCode(CalledCode code) {
        this.code = code;
    }

    /** Each difference in a sentence. */
    List<String> faultsOf(DocumentedWalk walk) {
        List<String> faults = new ArrayList<>();
        Set<String> listed = new HashSet<>(walk.classes().toList());
        if (walk.hops() != walk.steps().size() - 1) {
            faults.add(walk.hops() + " hops are " + (walk.steps().size() - 1));
        }
        if (walk.classesToOpen() != listed.size()) {
            faults.add(walk.classesToOpen() + " classes are " + listed.size());
        }
        faults.addAll(wrongSteps(walk, listed));
        walk.steps().stream()
                .filter(step -> !walk.boxes().contains(step.type()))
                .forEach(step -> faults.add(step.type() + " is not in the diagram"));
        walk.besides().stream()
                .filter(name -> !isLinked(name, listed))
                .forEach(name -> faults.add(name + " has nothing to do with the walk"));
        walk.steps().stream().flatMap(step -> leftOut(step, listed)).forEach(faults::add);
        return faults;
    }

    private List<String> wrongSteps(DocumentedWalk walk, Set<String> listed) {
        List<String> faults = new ArrayList<>();
        Step entry = walk.steps().getFirst();
        if (!CalledCode.isCalledByFrameworks(classOf(entry), entry.method())) {
            faults.add("the entry " + entry + " is not called from outside");
        }
        for (int i = 1; i < walk.steps().size(); i++) {
            Step step = walk.steps().get(i);
            (step.byFramework()
                            ? wrongCallback(step, listed)
                            : wrongCall(walk.steps().get(i - 1), step, listed))
                    .ifPresent(faults::add);
        }
        Step last = walk.steps().getLast();
        if (!code.calls(classOf(last), JDBC)) {
            faults.add(last.type() + " gives no statement to the database");
        }
        return faults;
    }

    private Optional<String> wrongCall(Step caller, Step called, Set<String> listed) {
        Optional<JavaClass> as = code.calledAs(classOf(caller), classOf(called), called.method());
        if (as.isEmpty()) {
            return Optional.of(caller.type() + " does not call " + called);
        }
        String port = as.get().getSimpleName();
        return listed.contains(port)
                ? Optional.empty()
                : Optional.of(caller.type() + " calls " + called + " as " + port + ", which is not listed");
    }

    /** What a framework calls is made by a configuration, which a reader has to find. */
    private Optional<String> wrongCallback(Step step, Set<String> listed) {
        JavaClass type = classOf(step);
        if (!CalledCode.isCalledByFrameworks(type, step.method())) {
            return Optional.of(step + " is not called by a framework");
        }
        return listed.stream()
                        .flatMap(name -> code.named(name).stream())
                        .anyMatch(other -> other.isAnnotatedWith(Configuration.class) && code.dependsOn(other, type))
                ? Optional.empty()
                : Optional.of("no configuration of " + step.type() + " is listed");
    }

    private boolean isLinked(String name, Set<String> listed) {
        return code.named(name).stream()
                .anyMatch(type -> listed.stream()
                        .filter(other -> !other.equals(name))
                        .flatMap(other -> code.named(other).stream())
                        .anyMatch(other -> code.dependsOn(other, type) || code.dependsOn(type, other)));
    }

    /** What the step works with, and the document does not list: see {@link #isWorthOpening}. */
    private Stream<String> leftOut(Step step, Set<String> listed) {
        return code.calledBy(classOf(step), step.method(), WalkedCode::isOfTheDatabase).stream()
                .filter(WalkedCode::isWorthOpening)
                .map(JavaClass::getSimpleName)
                .filter(name -> !listed.contains(name))
                .sorted()
                .map(name -> step + " works with " + name + ", which is not listed");
    }

    /**
     * Whether a reader of a walk has to know more than the name: policies, builders of statements, readers of rows, what
     * turns arguments and answers, and what a job has of its own.
     */
    private static boolean isWorthOpening(JavaClass type) {
        return type.getSimpleName().endsWith("Policy")
                || isOfTheDatabase(type)
                || isIn(Ring.GRAPHQL, type, SHARED_BY_REQUESTS)
                || isIn(Ring.BATCH, type, SHARED_BY_JOBS) && !type.isRecord() && !type.isInterface();
    }

    private static boolean isOfTheDatabase(JavaClass type) {
        return isIn(Ring.PERSISTENCE, type, SHARED_BY_STATEMENTS);
    }

    private static boolean isIn(Ring ring, JavaClass type, String shared) {
        return Ring.of(type).filter(ring::equals).isPresent()
                && !Layout.leafPackage(type).startsWith(shared);
    }

    private JavaClass classOf(Step step) {
        return code.named(step.type()).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("no class " + step.type()));
    }
}
