package io.modernize.cmdb.audit;

import org.jspecify.annotations.Nullable;

/**
 * Where a request came from, as far as the service sees it.
 *
 * @param remoteAddress of the caller or of the last proxy before the service, by the service's settings
 * @param requestId under which the service logs it
 * @param userAgent what the caller says of its program, shortened
 */
public record AuditOrigin(
        @Nullable String remoteAddress,
        @Nullable String requestId,
        @Nullable String userAgent) {
    /** Nowhere: not a request. */
    public static final AuditOrigin NONE = new AuditOrigin(null, null, null);

    static final int LONGEST = 200;

    public AuditOrigin {
        remoteAddress = printable(remoteAddress);
        requestId = printable(requestId);
        userAgent = printable(userAgent);
    }

    /** Callers write some of it: bounded, and without what would break a line or a terminal. */
    private static @Nullable String printable(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String shortened = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        String printable = shortened.replaceAll("[\\p{Cntrl}\\p{Cs}]", "").strip();
        return printable.isEmpty() ? null : printable;
    }
}
