package io.modernize.cmdb.embedding.deepinfra;

import java.util.Locale;

/** Who waits for a request. */
enum Urgency {
    /** A user. Goes before documents that wait for a slot. */
    QUERY,
    /** A job. */
    DOCUMENTS;

    /** As a value of a metric's tag. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
