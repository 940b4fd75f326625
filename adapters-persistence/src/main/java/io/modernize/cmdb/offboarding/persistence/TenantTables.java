package io.modernize.cmdb.offboarding.persistence;

import static io.modernize.cmdb.offboarding.persistence.TenantTable.ofClientAccount;
import static io.modernize.cmdb.offboarding.persistence.TenantTable.ofEngagement;
import static io.modernize.cmdb.offboarding.persistence.TenantTable.ofImport;

import io.modernize.cmdb.offboarding.persistence.TenantTable.Login;
import java.util.List;
import java.util.Optional;

/** Lists all tables with rows of client accounts. A new table belongs here, before the tables that it refers to. */
final class TenantTables {
    /**
     * The tables in the order of deletion. A table comes before those that it refers to, so that no batch deletes more
     * rows than it counts. The texts come after the relations, because each deletion of a relation writes the text of
     * its parent again.
     */
    static final List<TenantTable> IN_ORDER_OF_DELETION = List.of(
            ofEngagement("cmdb_asset_relations", "parent_asset_id"),
            ofEngagement("duplicate_group_members", "asset_id"),
            ofEngagement("duplicate_groups", "id"),
            ofEngagement("duplicate_dismissals", "group_id"),
            ofEngagement("duplicate_pairs", "first_asset_id"),
            ofEngagement("duplicate_keys", "asset_id"),
            ofEngagement("duplicate_scans", "engagement_id"),
            ofEngagement("embedding_refusals", "asset_id"),
            ofEngagement("cmdb_asset_embeddings", "asset_id"),
            ofEngagement("cmdb_asset_texts", "asset_id"),
            ofEngagement("cmdb_assets", "id"),
            ofImport("asset_import_keys"),
            ofImport("asset_import_rejections"),
            ofEngagement("asset_imports", "id"),
            ofClientAccount("import_upload_parts", "upload_id").where("""
                t.upload_id in (select u.id from import_uploads u
                    where u.client_account_id = :client and u.engagement_id = any(:engagements))\
                """),
            ofEngagement("import_uploads", "id"),
            // Jobs that offboard are left out, because they outlive what they delete.
            ofEngagement("job_runs", "id").where("t.engagement_id = any(:engagements) and t.kind <> 'OFFBOARDING'"),
            ofEngagement("membership_engagements", "membership_id").byOwner(),
            // Those that cover nothing else: they would grant nothing any more.
            ofClientAccount("memberships", "id").byOwner().where("""
                not t.all_engagements and not exists (select from membership_engagements e
                    where e.client_account_id = :client and e.membership_id = t.id
                      and e.engagement_id <> all(:engagements))\
                """),
            ofEngagement("engagements", "id").byOwner().where("t.id = any(:engagements)"),
            // Of the client account as a whole, also what happened in an engagement: the log outlives what it tells of.
            ofClientAccount("audit_events", "id").byOwner(),
            ofClientAccount("embedding_usage", "client_account_id"),
            ofClientAccount("vector_indexes", "embedding_space_id"),
            ofClientAccount("recall_audits", "id"),
            ofClientAccount("space_comparisons", "id"),
            ofClientAccount("embedding_space_uses", "embedding_space_id"),
            new TenantTable("client_accounts", "id", "t.id = :client", Optional.empty(), Login.OWNER));

    private TenantTables() {}
}
