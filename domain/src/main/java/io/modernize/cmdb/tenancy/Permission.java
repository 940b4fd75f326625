package io.modernize.cmdb.tenancy;

import java.util.Optional;
import java.util.stream.Stream;

/** What somebody may do in a client account; {@link #key} is the name used in tokens, settings and messages. */
public enum Permission {
    ACCOUNT_MANAGE("account.manage"),
    USERS_MANAGE("users.manage"),
    ENGAGEMENTS_CREATE("engagements.create"),
    DATA_FULL_ACCESS("data.full_access"),
    DATA_VECTOR_SEARCH("data.vector_search");

    private final String key;

    Permission(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    /** The permission of that key, or empty where there is none. */
    public static Optional<Permission> ofKey(String key) {
        return Stream.of(values())
                .filter(permission -> permission.key.equals(key))
                .findFirst();
    }
}
