package io.modernize.cmdb.inventory.files.batch;

import io.modernize.cmdb.inventory.imports.ImportRefusal;
import java.io.IOException;

/** A table cannot be read to its end. The exception is checked, so that the inspector has to turn it into a refusal. */
final class BrokenTableException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient ImportRefusal refusal;

    BrokenTableException(ImportRefusal refusal, Throwable cause) {
        super(refusal.message(), cause);
        this.refusal = refusal;
    }

    ImportRefusal refusal() {
        return refusal;
    }
}
