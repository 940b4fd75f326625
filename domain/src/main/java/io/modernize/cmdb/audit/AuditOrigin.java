package io.modernize.cmdb.audit;

import org.jspecify.annotations.Nullable;

/**
 * The origin of a request, as far as the service sees it.
 *
 * @param remoteAddress the address of the caller, or of the last proxy before the service, depending on the settings
 * @param requestId the id of the request in the service's log
 * @param userAgent what the caller says about its program, shortened
 */
public record AuditOrigin(
        @Nullable String remoteAddress,
        @Nullable String requestId,
        @Nullable String userAgent) {
    /** The origin of an action that was not a request. */
    public static final AuditOrigin NONE = new AuditOrigin(null, null, null);

    static final int LONGEST = 200;

    public AuditOrigin {
        remoteAddress = printable(remoteAddress);
        requestId = printable(requestId);
        userAgent = printable(userAgent);
    }

    /** Makes text of a caller printable: bounded, and without characters that would break a line or a terminal. */
    private static @Nullable String printable(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String shortened = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        String printable = shortened.replaceAll("[\\p{Cntrl}\\p{Cs}]", "").strip();
        return printable.isEmpty() ? null : printable;
    }
}
