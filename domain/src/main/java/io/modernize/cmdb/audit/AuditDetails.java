package io.modernize.cmdb.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The subject of an action, and the changes to it. It holds identifiers, names and settings, but no assets and no
 * secrets.
 *
 * @param subject identifies the subject of the action; null for the client account itself
 * @param before values of the subject's fields before; empty if the subject did not exist or nothing was changed
 * @param after values of the same or other fields afterwards; empty if the subject is gone or nothing was changed
 */
public record AuditDetails(@Nullable String subject, Map<String, String> before, Map<String, String> after) {
    public static final AuditDetails NONE = new AuditDetails(null, Map.of(), Map.of());

    public AuditDetails {
        before = Map.copyOf(new LinkedHashMap<>(before));
        after = Map.copyOf(new LinkedHashMap<>(after));
    }

    /** Details about a subject that was not changed, or whose change has no fields. */
    public static AuditDetails of(String subject) {
        return new AuditDetails(subject, Map.of(), Map.of());
    }
}
