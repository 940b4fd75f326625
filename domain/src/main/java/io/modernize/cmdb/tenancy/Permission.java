package io.modernize.cmdb.tenancy;

/** What a membership allows; {@link #key} is the name used in tokens, settings and messages. */
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
}
