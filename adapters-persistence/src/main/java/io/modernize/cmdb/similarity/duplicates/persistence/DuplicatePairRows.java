package io.modernize.cmdb.similarity.duplicates.persistence;

import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.ContentHash;
import io.modernize.cmdb.similarity.duplicates.AssetVersion;
import io.modernize.cmdb.similarity.duplicates.DuplicatePair;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Stores pairs of assets in {@code duplicate_pairs}, in the current tenant transaction. A page of pairs travels as one
 * JSON text.
 */
final class DuplicatePairRows {
    static final String INSERT_PAIRS = """
        insert into duplicate_pairs (client_account_id, engagement_id, first_asset_id, second_asset_id,
            first_content_hash, second_content_hash, serial_number, address, name_similarity, vector_similarity, score)
        select :client, :engagement, one.id, other.id, p.first_content_hash, p.second_content_hash, p.serial_number,
            p.address, p.name_similarity, p.vector_similarity, p.score
        from jsonb_to_recordset(:rows::jsonb) as p (first_asset_id uuid, second_asset_id uuid,
            first_content_hash bytea, second_content_hash bytea, serial_number text, address text,
            name_similarity float8, vector_similarity float8, score float8)
        cross join lateral %s as one
        cross join lateral %s as other
        on conflict (client_account_id, first_asset_id, second_asset_id) do update set
            first_content_hash = excluded.first_content_hash, second_content_hash = excluded.second_content_hash,
            serial_number = excluded.serial_number, address = excluded.address,
            name_similarity = excluded.name_similarity, vector_similarity = excluded.vector_similarity,
            score = excluded.score
        where excluded.score > duplicate_pairs.score
        """.formatted(
                    EngagementStatements.lockedAsset("p.first_asset_id"),
                    EngagementStatements.lockedAsset("p.second_asset_id"));

    private final EngagementStatements statements;

    DuplicatePairRows(EngagementStatements statements) {
        this.statements = statements;
    }

    /** Inserts pairs. If the same pair was judged before, the higher score stays. */
    void insert(TenantScope scope, EngagementId engagementId, List<DuplicatePair> pairs) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (DuplicatePair pair : pairs) {
            DuplicateEvidenceRow evidence = DuplicateEvidenceRow.of(pair.evidence());
            Map<String, @Nullable Object> row = new HashMap<>();
            row.put("first_asset_id", pair.first().id().value());
            row.put("second_asset_id", pair.second().id().value());
            row.put(
                    "first_content_hash",
                    EngagementStatements.bytea(pair.first().contentHash()));
            row.put(
                    "second_content_hash",
                    EngagementStatements.bytea(pair.second().contentHash()));
            row.put("serial_number", evidence.serialNumber());
            row.put("address", evidence.address());
            row.put("name_similarity", evidence.nameSimilarity());
            row.put("vector_similarity", evidence.vectorSimilarity());
            row.put("score", pair.score());
            rows.add(row);
        }
        statements.of(scope, engagementId, INSERT_PAIRS, rows).update();
    }

    List<DuplicatePair> all(TenantScope scope, EngagementId engagementId) {
        return statements
                .of(
                        scope,
                        engagementId,
                        "select * from duplicate_pairs"
                                + " where client_account_id = :client and engagement_id = :engagement")
                .query(DuplicatePairRows::pair)
                .list();
    }

    private static DuplicatePair pair(ResultSet row, int number) throws SQLException {
        DuplicateEvidenceRow evidence = new DuplicateEvidenceRow(
                Stream.ofNullable(row.getString("serial_number")).toList(),
                Stream.ofNullable(row.getString("address")).toList(),
                row.getObject("name_similarity", Double.class),
                row.getObject("vector_similarity", Double.class));
        return new DuplicatePair(
                version(row, "first"), version(row, "second"), evidence.toDomain(), row.getDouble("score"));
    }

    private static AssetVersion version(ResultSet row, String place) throws SQLException {
        return new AssetVersion(
                new AssetId(Objects.requireNonNull(row.getObject(place + "_asset_id", UUID.class))),
                ContentHash.ofBytes(row.getBytes(place + "_content_hash")));
    }

    void deleteAll(TenantScope scope, EngagementId engagementId) {
        statements.deleteAll(scope, engagementId, "duplicate_pairs");
    }
}
