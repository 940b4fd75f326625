package io.modernize.cmdb.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.TreeMap;

/** Collects the rules: every constant of type {@link Rule} in this package, so that none is forgotten in a list. */
final class Rules {
    private Rules() {}

    /** By class and constant. */
    static Map<String, Rule> all() {
        Map<String, Rule> rules = new TreeMap<>();
        for (JavaClass type : new ClassFileImporter().importPackages(Rules.class.getPackageName())) {
            for (JavaField field : type.getFields()) {
                if (field.getModifiers().contains(JavaModifier.STATIC)
                        && field.getRawType().isEquivalentTo(Rule.class)) {
                    rules.put(type.getSimpleName() + "." + field.getName(), value(field));
                }
            }
        }
        return rules;
    }

    private static Rule value(JavaField constant) {
        try {
            Field field = constant.reflect();
            field.setAccessible(true);
            return (Rule) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
