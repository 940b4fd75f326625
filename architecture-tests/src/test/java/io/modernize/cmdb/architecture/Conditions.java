package io.modernize.cmdb.architecture;

import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Function;
import java.util.stream.Stream;

/** Conditions as functions from a subject to what is wrong with it. */
final class Conditions {
    private Conditions() {}

    static <T> ArchCondition<T> condition(String description, Function<T, Stream<String>> faults) {
        return new ArchCondition<>(description) {
            @Override
            public void check(T subject, ConditionEvents events) {
                faults.apply(subject).forEach(fault -> events.add(SimpleConditionEvent.violated(subject, fault)));
            }
        };
    }

    static <T> ArchCondition<T> condition(String description, Function<T, Boolean> isMet, Function<T, String> fault) {
        return condition(
                description, subject -> isMet.apply(subject) ? Stream.empty() : Stream.of(fault.apply(subject)));
    }
}
