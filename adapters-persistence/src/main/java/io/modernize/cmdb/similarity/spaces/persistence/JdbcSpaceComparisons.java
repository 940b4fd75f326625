package io.modernize.cmdb.similarity.spaces.persistence;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.similarity.spaces.SpaceComparison;
import io.modernize.cmdb.similarity.spaces.application.SpaceComparisons;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.database.persistence.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stores comparisons in {@code space_comparisons}. */
@Component
class JdbcSpaceComparisons implements SpaceComparisons {
    private final TenantJdbc jdbc;

    JdbcSpaceComparisons(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void append(TenantScope scope, EmbeddingSpace from, EmbeddingSpace to, SpaceComparison comparison) {
        jdbc.runInScope(
                scope,
                () -> jdbc.sql(scope, """
                    insert into space_comparisons (client_account_id, id, from_space_id, to_space_id, compared_at, samples,
                        overlap, minimum_overlap, judged_queries, from_ndcg, to_ndcg, tolerated_loss, due, passed)
                    values (:client, :id, :from, :to, :comparedAt, :samples, :overlap, :minimumOverlap, :judgedQueries,
                        :fromNdcg, :toNdcg, :toleratedLoss, :due, :passed)
                    """)
                        .param("id", UUID.randomUUID())
                        .param("from", from.id().value())
                        .param("to", to.id().value())
                        .param("comparedAt", comparison.comparedAt().atOffset(ZoneOffset.UTC))
                        .param("samples", comparison.samples())
                        .param("overlap", nullable(comparison.overlap()))
                        .param("minimumOverlap", comparison.gate().minimumOverlap())
                        .param("judgedQueries", comparison.judgedQueries())
                        .param("fromNdcg", nullable(comparison.fromNdcg()))
                        .param("toNdcg", nullable(comparison.toNdcg()))
                        .param("toleratedLoss", comparison.gate().toleratedLoss())
                        .param("due", comparison.due())
                        .param("passed", comparison.passed())
                        .update());
    }

    private static @Nullable Double nullable(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    @Override
    public Optional<SpaceComparison> last(TenantScope scope, EmbeddingSpace from, EmbeddingSpace to) {
        return jdbc.inScope(
                scope,
                () -> jdbc.sql("select * from space_comparisons where client_account_id = ? and from_space_id = ?"
                                + " and to_space_id = ? order by compared_at desc, id limit 1")
                        .params(
                                scope.clientAccountId().value(),
                                from.id().value(),
                                to.id().value())
                        .query(JdbcSpaceComparisons::comparison)
                        .optional());
    }

    private static SpaceComparison comparison(ResultSet row, int number) throws SQLException {
        return new SpaceComparison(
                row.getObject("compared_at", OffsetDateTime.class).toInstant(),
                row.getInt("samples"),
                optional(row, "overlap"),
                row.getInt("judged_queries"),
                optional(row, "from_ndcg"),
                optional(row, "to_ndcg"),
                row.getLong("due"),
                new SpaceComparison.Gate(row.getDouble("minimum_overlap"), row.getDouble("tolerated_loss")));
    }

    private static OptionalDouble optional(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
