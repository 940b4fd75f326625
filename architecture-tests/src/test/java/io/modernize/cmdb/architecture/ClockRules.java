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

    private ClockRules() {}

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
