package io.modernize.cmdb.embedding.deepinfra;

import java.util.Locale;

/** The kinds of callers that wait for a request. */
enum Urgency {
    /** A user waits. The request goes before documents that wait for a slot. */
    QUERY,
    /** A job waits. */
    DOCUMENTS;

    /** The value of a metric's tag. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
