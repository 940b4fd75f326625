package io.modernize.cmdb.audit;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The actions in the audit log. Each mutation of the API has an action of its own, named after it. */
public enum AuditAction {
    GRANT_MEMBERSHIP,
    CHANGE_MEMBERSHIP,
    REVOKE_MEMBERSHIP,
    CREATE_ENGAGEMENT,
    RENAME_ENGAGEMENT,
    RENAME_CLIENT_ACCOUNT,
    UPLOAD_FILE,
    START_IMPORT,
    START_EMBEDDING,
    START_DUPLICATE_SEARCH,
    START_REINDEX,
    START_AUDIT,
    START_MIGRATION,
    START_OFFBOARDING,
    STOP_JOB,
    RESTART_JOB,
    DISMISS_DUPLICATE_GROUP,
    RESTORE_DUPLICATE_GROUP,
    CHANGE_EMBEDDING_SPACE;

    /** The action of a mutation, such as {@link #START_IMPORT} for {@code startImport}. Empty if there is none. */
    public static Optional<AuditAction> ofMutation(String field) {
        String name = field.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
        return Stream.of(values()).filter(action -> action.name().equals(name)).findFirst();
    }
}
