package io.modernize.cmdb.offboarding.persistence;

import java.util.Optional;

/**
 * A table that holds rows of client accounts, and how to find them. Conditions are over the table by the name {@code t}
 * and have the parameters {@code :client} and {@code :engagements}, which are identifiers.
 *
 * @param key a column of UUIDs that deletion goes along; behind the client account's it leads an index
 * @param ofClientAccount condition for rows of the client account
 * @param ofEngagements condition for those of them that belong to the engagements alone; empty where none does
 * @param login who may delete rows
 */
record TenantTable(String name, String key, String ofClientAccount, Optional<String> ofEngagements, Login login) {
    enum Login {
        APPLICATION,
        OWNER
    }

    private static final String OF_CLIENT_ACCOUNT = "t.client_account_id = :client";

    /** A table with a column {@code engagement_id}. */
    static TenantTable ofEngagement(String name, String key) {
        return new TenantTable(
                name, key, OF_CLIENT_ACCOUNT, Optional.of("t.engagement_id = any(:engagements)"), Login.APPLICATION);
    }

    /** A table with a column {@code import_id}. */
    static TenantTable ofImport(String name) {
        return new TenantTable(name, "import_id", OF_CLIENT_ACCOUNT, Optional.of("""
            t.import_id in (select i.id from asset_imports i
                where i.client_account_id = :client and i.engagement_id = any(:engagements))\
            """), Login.APPLICATION);
    }

    /** A table whose rows belong to no engagement. */
    static TenantTable ofClientAccount(String name, String key) {
        return new TenantTable(name, key, OF_CLIENT_ACCOUNT, Optional.empty(), Login.APPLICATION);
    }

    /** The same table with another condition for the rows of engagements. */
    TenantTable where(String condition) {
        return new TenantTable(name, key, ofClientAccount, Optional.of(condition), login);
    }

    /** The same table where only the owner may delete. */
    TenantTable byOwner() {
        return new TenantTable(name, key, ofClientAccount, ofEngagements, Login.OWNER);
    }
}
