package io.modernize.cmdb.tenancy;

import java.util.Optional;
import java.util.stream.Stream;

/** A permission in a client account. {@link #key} is its name in tokens, settings and messages. */
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

    /** The permission with that key. Empty if there is none. */
    public static Optional<Permission> ofKey(String key) {
        return Stream.of(values())
                .filter(permission -> permission.key.equals(key))
                .findFirst();
    }
}
