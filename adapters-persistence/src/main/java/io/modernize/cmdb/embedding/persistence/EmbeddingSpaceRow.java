package io.modernize.cmdb.embedding.persistence;

import io.modernize.cmdb.embedding.Distance;
import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingSpaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** A row of {@code embedding_spaces}. */
final class EmbeddingSpaceRow {
    /** The columns of {@code embedding_spaces s}. */
    static final String COLUMNS = "s.id, s.provider, s.model, s.dimensions, s.distance, s.template_version";

    private EmbeddingSpaceRow() {}

    static EmbeddingSpace read(ResultSet row) throws SQLException {
        return new EmbeddingSpace(
                new EmbeddingSpaceId(row.getObject("id", UUID.class)),
                row.getString("provider"),
                row.getString("model"),
                row.getInt("dimensions"),
                Distance.valueOf(row.getString("distance")),
                row.getInt("template_version"));
    }
}
