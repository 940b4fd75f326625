package io.modernize.cmdb.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an action was about, and what it has changed. Identifiers, names and settings only; no assets and no secrets.
 *
 * @param subject identifier of what was acted upon; null for the client account itself
 * @param before values of fields; empty where the subject was not there or nothing was changed
 * @param after values of the same or other fields; empty where the subject is gone or nothing was changed
 */
public record AuditDetails(@Nullable String subject, Map<String, String> before, Map<String, String> after) {
    public static final AuditDetails NONE = new AuditDetails(null, Map.of(), Map.of());

    public AuditDetails {
        before = Map.copyOf(new LinkedHashMap<>(before));
        after = Map.copyOf(new LinkedHashMap<>(after));
    }

    /** About something that was not changed, or whose change has no fields. */
    public static AuditDetails of(String subject) {
        return new AuditDetails(subject, Map.of(), Map.of());
    }
}
