package io.modernize.cmdb.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.Utf8Entry;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The texts of a class file: string constants, the fixed parts of concatenations, annotation values, and names. */
final class ConstantPool {
    private ConstantPool() {}

    static Stream<String> of(JavaClass type) {
        var source = type.getSource().orElseThrow(() -> new IllegalArgumentException(type.getName()));
        try (InputStream stream = source.getUri().toURL().openStream()) {
            var pool = ClassFile.of().parse(stream.readAllBytes()).constantPool();
            return StreamSupport.stream(pool.spliterator(), false)
                    .filter(Utf8Entry.class::isInstance)
                    .map(entry -> ((Utf8Entry) entry).stringValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
