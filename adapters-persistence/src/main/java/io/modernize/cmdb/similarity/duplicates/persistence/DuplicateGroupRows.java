package io.modernize.cmdb.similarity.duplicates.persistence;

import io.modernize.cmdb.similarity.duplicates.ProposedGroup;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Stores the groups of a scan in {@code duplicate_groups} and {@code duplicate_group_members}, in the current tenant
 * transaction. Many rows travel as one JSON text.
 */
final class DuplicateGroupRows {
    /** The number of groups in one statement. */
    private static final int BATCH = 1_000;

    private static final String INSERT_GROUPS = """
        insert into duplicate_groups (client_account_id, id, engagement_id, score, serial_numbers, addresses,
            name_similarity, vector_similarity, found_at)
        select :client, g.id, :engagement, g.score, g.serial_numbers, g.addresses, g.name_similarity,
            g.vector_similarity, :now
        from jsonb_to_recordset(:rows::jsonb) as g (id uuid, score float8, serial_numbers text[], addresses text[],
            name_similarity float8, vector_similarity float8)
        on conflict (client_account_id, id) do update set
            score = excluded.score, serial_numbers = excluded.serial_numbers, addresses = excluded.addresses,
            name_similarity = excluded.name_similarity, vector_similarity = excluded.vector_similarity
        """;

    private static final String INSERT_MEMBERS = """
        insert into duplicate_group_members (client_account_id, engagement_id, group_id, asset_id, content_hash)
        select :client, :engagement, m.group_id, existing.id, m.content_hash
        from jsonb_to_recordset(:rows::jsonb) as m (group_id uuid, asset_id uuid, content_hash bytea)
        cross join lateral %s as existing
        """.formatted(EngagementStatements.lockedAsset("m.asset_id"));

    private final EngagementStatements statements;

    DuplicateGroupRows(EngagementStatements statements) {
        this.statements = statements;
    }

    /**
     * Replaces the groups of the engagement by these. A group of the same members keeps the time at which it was first
     * found.
     */
    void replace(TenantScope scope, EngagementId engagementId, List<ProposedGroup> groups, Instant now) {
        statements.deleteAll(scope, engagementId, "duplicate_group_members");
        statements
                .of(
                        scope,
                        engagementId,
                        "delete from duplicate_groups where client_account_id = :client"
                                + " and engagement_id = :engagement and id <> all(:kept)")
                .param("kept", groups.stream().map(group -> group.id().value()).toArray(UUID[]::new))
                .update();
        for (int from = 0; from < groups.size(); from += BATCH) {
            insert(scope, engagementId, groups.subList(from, Math.min(groups.size(), from + BATCH)), now);
        }
    }

    private void insert(TenantScope scope, EngagementId engagementId, List<ProposedGroup> groups, Instant now) {
        record MemberRow(UUID group_id, UUID asset_id, String content_hash) {}
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        List<MemberRow> members = new ArrayList<>();
        for (ProposedGroup group : groups) {
            DuplicateEvidenceRow evidence = DuplicateEvidenceRow.of(group.evidence());
            Map<String, @Nullable Object> row = new HashMap<>();
            row.put("id", group.id().value());
            row.put("score", group.score());
            row.put("serial_numbers", evidence.serialNumbers());
            row.put("addresses", evidence.addresses());
            row.put("name_similarity", evidence.nameSimilarity());
            row.put("vector_similarity", evidence.vectorSimilarity());
            rows.add(row);
            group.members()
                    .forEach(member -> members.add(new MemberRow(
                            group.id().value(),
                            member.id().value(),
                            EngagementStatements.bytea(member.contentHash()))));
        }
        statements
                .of(scope, engagementId, INSERT_GROUPS, rows)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        statements.of(scope, engagementId, INSERT_MEMBERS, members).update();
    }
}
