package io.modernize.cmdb.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.Set;

/** Where time comes from. */
final class ClockRules {
    private static final Set<String> SYSTEM_CLOCKS = Set.of("currentTimeMillis", "nanoTime");

    static final Rule CORE_READS_NO_SYSTEM_CLOCK = Rule.of(noClasses()
            .that(Ring.isIn(Ring.DOMAIN, Ring.APPLICATION))
            .should()
            .accessTargetWhere(DescribedPredicate.<JavaAccess<?>>describe(
                    "the target reads the system's clock", ClockRules::readsSystemClock))
            .because("a Clock is injected, so that a test decides what time it is"));

    static final Rule ONLY_THE_MAIN_CLASS_STARTS_A_CLOCK = Rule.of(noClasses()
            .that(Ring.isIn(Ring.COMPOSITION, Ring.WIRING, Ring.OPERATIONS).or(Ring.isIn(Ring.ADAPTERS)))
            .should()
            .accessTargetWhere(DescribedPredicate.<JavaAccess<?>>describe(
                    "the target starts a clock of the system", ClockRules::startsClock))
            .because("an application has one clock, a bean that everybody gets by the constructor"));

    private ClockRules() {}

    private static boolean startsClock(JavaAccess<?> access) {
        return access.getTargetOwner().isEquivalentTo(Clock.class)
                && (access.getName().startsWith("system") || access.getName().startsWith("tick"));
    }

    private static boolean readsSystemClock(JavaAccess<?> access) {
        if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
            return false;
        }
        String name = target.getName();
        var owner = target.getOwner();
        if (owner.isEquivalentTo(System.class)) {
            return SYSTEM_CLOCKS.contains(name);
        }
        if (owner.isEquivalentTo(Date.class)) {
            return name.equals("<init>") && target.getRawParameterTypes().isEmpty();
        }
        if (owner.isEquivalentTo(Calendar.class)) {
            return name.equals("getInstance");
        }
        return owner.getPackageName().startsWith("java.time")
                && (name.startsWith("system") || name.startsWith("tick") || isNowWithoutClock(target));
    }

    private static boolean isNowWithoutClock(CodeUnitAccessTarget target) {
        return target.getName().endsWith("now")
                && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }
}
