package io.modernize.cmdb.similarity.search.persistence;

import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.persistence.AssetTable;
import io.modernize.cmdb.similarity.search.HighlightedField;
import io.modernize.cmdb.similarity.search.Highlights;
import io.modernize.cmdb.similarity.search.HitExplanation;
import io.modernize.cmdb.similarity.search.IdentifierMatch;
import io.modernize.cmdb.similarity.search.QueryText;
import io.modernize.cmdb.similarity.search.SimilarAsset;
import io.modernize.cmdb.similarity.search.TextMatch;
import io.modernize.cmdb.similarity.search.VectorMatch;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a search's statement.
 *
 * @param hits best first
 * @param nearest the number of assets that the search by the vector had found before any was left out
 * @param matches the number of assets that have any of the words; negative if there may be more than that
 */
record FoundAssets(List<SimilarAsset> hits, int nearest, int matches) {

    /** Reads the rows of a search by a vector alone. */
    static FoundAssets ofNearest(ResultSet row) throws SQLException {
        List<SimilarAsset> hits = new ArrayList<>();
        while (row.next()) {
            double score = cosine(row.getDouble("vector_score"));
            hits.add(new SimilarAsset(
                    AssetTable.toDomain(row),
                    score,
                    row.getBoolean("stale"),
                    HitExplanation.ofVector(hits.size() + 1, score)));
        }
        return new FoundAssets(hits, hits.size(), 0);
    }

    /** Reads the rows of a search by a text, alone or with a vector. */
    static FoundAssets ofText(ResultSet row, QueryText text) throws SQLException {
        List<SimilarAsset> hits = new ArrayList<>();
        int nearest = 0;
        int matches = 0;
        while (row.next()) {
            nearest = row.getInt("nearest");
            matches = row.getInt("matches");
            if (row.getObject("id") == null) {
                break;
            }
            Asset asset = AssetTable.toDomain(row);
            IdentifierMatch identifier = row.getInt("identifier") > 0
                    ? IdentifierMatch.of(asset, text).orElse(null)
                    : null;
            HitExplanation explanation = new HitExplanation(vector(row), text(row, asset), identifier);
            hits.add(new SimilarAsset(asset, row.getDouble("score"), row.getBoolean("stale"), explanation));
        }
        return new FoundAssets(hits, nearest, matches);
    }

    private static @Nullable VectorMatch vector(ResultSet row) throws SQLException {
        double score = row.getDouble("vector_score");
        return row.wasNull() ? null : new VectorMatch(row.getObject("vector_rank", Integer.class), cosine(score));
    }

    private static @Nullable TextMatch text(ResultSet row, Asset asset) throws SQLException {
        Integer rank = row.getObject("text_rank", Integer.class);
        if (rank == null) {
            return null;
        }
        Array words = row.getArray("words");
        List<HighlightedField> fields =
                words == null ? List.of() : Highlights.of(asset, List.of((String[]) words.getArray()));
        return new TextMatch(rank, row.getDouble("text_score"), fields);
    }

    /** A cosine in its range. Rounding may exceed the range by a hair. */
    private static double cosine(double value) {
        return Math.clamp(value, -1.0, 1.0);
    }
}
