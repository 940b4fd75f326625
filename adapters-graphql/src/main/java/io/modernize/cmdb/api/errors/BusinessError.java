package io.modernize.cmdb.api.errors;

import io.modernize.cmdb.audit.application.Audit.Finding;
import org.jspecify.annotations.Nullable;

/**
 * GraphQL interface {@code BusinessError}: what a mutation answers where it has changed nothing and the caller can do
 * something about it. For the mutations of every capability.
 */
public interface BusinessError extends Audited {
    /** For programs. */
    String code();

    /** For people. */
    String message();

    /** The argument at fault; null where none is. */
    @Nullable
    String field();

    /** What to do about it. */
    String remedy();

    @Override
    default Finding audited() {
        return Finding.refused(code());
    }
}
