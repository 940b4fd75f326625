package io.modernize.cmdb.api.errors;

import io.modernize.cmdb.audit.application.Audit.Finding;
import org.jspecify.annotations.Nullable;

/**
 * GraphQL interface {@code BusinessError}: the answer of a mutation that has changed nothing, for a reason that the
 * caller can remove. It is for the mutations of every capability.
 */
public interface BusinessError extends Audited {
    /** The kind of the error, for programs. */
    String code();

    /** What is wrong, in words for people. */
    String message();

    /** The argument that is wrong; null if no argument is. */
    @Nullable
    String field();

    /** What the caller can do about the error. */
    String remedy();

    @Override
    default Finding audited() {
        return Finding.refused(code());
    }
}
