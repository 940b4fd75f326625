package io.modernize.cmdb.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who calls what. A nested class counts as part of the class around it. */
final class CalledCode {
    private final JavaClasses classes;

    CalledCode(JavaClasses classes) {
        this.classes = classes;
    }

    /** The top-level classes of that name. */
    List<JavaClass> named(String name) {
        return classes.stream()
                .filter(type -> type.getSimpleName().equals(name))
                .filter(type -> type.equals(outermost(type)))
                .toList();
    }

    static JavaClass outermost(JavaClass type) {
        JavaClass outermost = type;
        while (outermost.getEnclosingClass().isPresent()) {
            outermost = outermost.getEnclosingClass().get();
        }
        return outermost;
    }

    /** The class or interface of ours by which the caller calls the method of a class. Empty if it does not call it. */
    Optional<JavaClass> calledAs(JavaClass caller, JavaClass called, String method) {
        return allTargets(caller)
                .filter(target -> target.getName().equals(method))
                .map(CodeUnitAccessTarget::getOwner)
                .filter(Layout::isOurs)
                .filter(owner -> called.isAssignableTo(owner.getName()))
                .findFirst();
    }

    /** Whether the class calls a class of one of the packages or of their subpackages. */
    boolean calls(JavaClass caller, String... packages) {
        return allTargets(caller)
                .map(target -> target.getOwner().getPackageName())
                .anyMatch(name -> Stream.of(packages).anyMatch(name::startsWith));
    }

    /** Whether the class or a nested one depends on the other one, or on a type that the other one extends. */
    boolean dependsOn(JavaClass from, JavaClass to) {
        return whole(from)
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass())
                .filter(Layout::isOurs)
                .anyMatch(target -> outermost(target).equals(to) || to.isAssignableTo(target.getName()));
    }

    /** Whether code that is not ours calls the method: it is declared there, or an annotation of Spring asks for it. */
    static boolean isCalledByFrameworks(JavaClass type, String method) {
        boolean annotated = type.getMethods().stream()
                .filter(declared -> declared.getName().equals(method))
                .flatMap(declared -> declared.getAnnotations().stream())
                .anyMatch(annotation -> annotation.getRawType().getPackageName().startsWith("org.springframework"));
        return annotated
                || Stream.concat(type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream())
                        .filter(above -> !Layout.isOurs(above))
                        .filter(above -> !above.isEquivalentTo(Object.class))
                        .flatMap(above -> above.getMethods().stream())
                        .anyMatch(declared -> declared.getName().equals(method));
    }

    /**
     * The top-level classes that a method calls for more than a value: by itself, by other methods of its class, and
     * by methods of the classes to look into. The constants of these classes count as well.
     */
    Set<JavaClass> calledBy(JavaClass type, String method, Predicate<JavaClass> lookInto) {
        Deque<JavaCodeUnit> open = new ArrayDeque<>(type.getMethods().stream()
                .filter(declared -> declared.getName().equals(method))
                .toList());
        type.getStaticInitializer().ifPresent(open::add);
        Set<JavaCodeUnit> seen = new HashSet<>(open);
        Set<JavaClass> called = new HashSet<>();
        while (!open.isEmpty()) {
            targets(open.remove())
                    .filter(target -> Layout.isOurs(target.getOwner()))
                    .forEach(target -> {
                        JavaClass owner = outermost(target.getOwner());
                        if (!owner.equals(type) && !isValue(target)) {
                            called.add(owner);
                        }
                        if (owner.equals(type) || lookInto.test(owner)) {
                            Stream.concat(resolved(target), target.getOwner().getStaticInitializer().stream())
                                    .filter(seen::add)
                                    .forEach(open::add);
                        }
                    });
        }
        return called;
    }

    private Stream<CodeUnitAccessTarget> allTargets(JavaClass type) {
        return whole(type).flatMap(part -> part.getCodeUnits().stream()).flatMap(CalledCode::targets);
    }

    private Stream<JavaClass> whole(JavaClass type) {
        return classes.stream().filter(part -> outermost(part).equals(type));
    }

    private static Stream<CodeUnitAccessTarget> targets(JavaCodeUnit unit) {
        return Stream.<Collection<? extends JavaAccess<? extends CodeUnitAccessTarget>>>of(
                        unit.getCallsFromSelf(),
                        unit.getMethodReferencesFromSelf(),
                        unit.getConstructorReferencesFromSelf())
                .flatMap(Collection::stream)
                .map(JavaAccess::getTarget);
    }

    private static Stream<? extends JavaCodeUnit> resolved(CodeUnitAccessTarget target) {
        return target.resolveMember().stream();
    }

    /** Enums, and what records have by themselves: accessors and constructors. */
    private static boolean isValue(CodeUnitAccessTarget target) {
        JavaClass owner = target.getOwner();
        if (owner.isEnum() || !owner.isRecord()) {
            return owner.isEnum();
        }
        Set<String> components = owner.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .map(field -> field.getName())
                .collect(Collectors.toSet());
        return target.getName().equals("<init>") || components.contains(target.getName());
    }
}
