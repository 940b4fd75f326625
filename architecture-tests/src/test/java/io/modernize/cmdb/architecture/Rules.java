package io.modernize.cmdb.architecture;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Collects the rules: every constant of type {@link Rule} in this package, so that none is forgotten in a list. */
final class Rules {
    private Rules() {}

    /** By class and constant. */
    static Map<String, Rule> all() {
        return constants()
                .filter(field -> field.getType() == Rule.class)
                .collect(toMap(
                        field -> field.getDeclaringClass().getSimpleName() + "." + field.getName(),
                        Rules::value,
                        (one, other) -> one,
                        TreeMap::new));
    }

    /** The static fields of all classes of this package. */
    static Stream<Field> constants() {
        return classNames().stream()
                .flatMap(name -> Arrays.stream(load(name).getDeclaredFields()))
                .filter(field -> Modifier.isStatic(field.getModifiers()));
    }

    private static List<String> classNames() {
        URI folder =
                URI.create(Objects.requireNonNull(Rules.class.getResource(".")).toString());
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".class"))
                    .map(file -> file.substring(0, file.length() - ".class".length()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String simpleName) {
        try {
            // Not initialised: that of some tests reads the whole code base.
            return Class.forName(Rules.class.getPackageName() + "." + simpleName, false, Rules.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Rule value(Field constant) {
        try {
            constant.setAccessible(true);
            return (Rule) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
