package io.modernize.cmdb.embedding.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.application.EmbeddingCharge;
import io.modernize.cmdb.embedding.application.EmbeddingSpending;
import io.modernize.cmdb.embedding.application.EmbeddingSpending.DailyCharge;
import io.modernize.cmdb.embedding.application.EmbeddingUsage;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What models charge, by client account, and what is told of it. */
@PersistenceTest
class JdbcEmbeddingUsageIT {
    @Autowired
    private EmbeddingUsage usage;

    @Autowired
    private EmbeddingSpending spending;

    @Autowired
    private DatabaseWorld world;

    private TenantScope northwind;
    private EmbeddingSpace space;

    @BeforeEach
    void createSpace() {
        northwind = world.clients().northwindScope();
        space = world.newSpace(8);
    }

    @Test
    void addsUpTheTokensOfAllModels() {
        EmbeddingSpace other = world.newSpace(8);

        usage.charge(northwind, space, new EmbeddingCharge(1_000, 10, 1), OptionalDouble.of(0.01));
        usage.charge(northwind, space, new EmbeddingCharge(234, 5, 2), OptionalDouble.empty());
        usage.charge(northwind, other, new EmbeddingCharge(100, 1, 1), OptionalDouble.of(0.5));

        assertThat(usage.tokensToday(northwind)).isEqualTo(1_334);
        assertThat(usage.tokensToday(world.clients().harborScope())).isZero();
        assertThat(lately(northwind))
                .extracting(
                        DailyCharge::model,
                        DailyCharge::tokens,
                        DailyCharge::documents,
                        DailyCharge::calls,
                        charge -> charge.cost().stripTrailingZeros())
                .containsExactlyInAnyOrder(
                        tuple(space.model(), 1_234L, 15L, 3L, new BigDecimal("0.00001")),
                        tuple(other.model(), 100L, 1L, 1L, new BigDecimal("0.00005")));
        assertThat(lately(world.clients().harborScope())).isEmpty();
    }

    @Test
    void forgetsYesterday() {
        chargeSome();
        moveBack(1);

        assertThat(usage.tokensToday(northwind)).isZero();
    }

    @Test
    void takesBackTheChargeWithItsTransaction() {
        assertThatIllegalStateException()
                .isThrownBy(() -> world.transactions().runInScope(northwind, () -> {
                    chargeSome();
                    throw new IllegalStateException("the embeddings could not be stored");
                }));

        assertThat(usage.tokensToday(northwind)).isZero();
    }

    @Test
    void tellsWhatWasSpentFromOneDayToAnotherBothIncluded() {
        chargeSome();
        moveBack(2);
        chargeSome();
        moveBack(1);
        chargeSome();
        LocalDate first = lately(northwind).getFirst().day();

        assertThat(days(first, first.plusDays(3))).containsExactly(first, first.plusDays(2), first.plusDays(3));
        assertThat(days(first.plusDays(2), first.plusDays(2))).containsExactly(first.plusDays(2));
        assertThat(days(first.plusDays(1), first.plusDays(1))).isEmpty();
    }

    private List<LocalDate> days(LocalDate from, LocalDate to) {
        return spending.between(northwind, from, to).stream()
                .map(DailyCharge::day)
                .toList();
    }

    private void chargeSome() {
        usage.charge(northwind, space, new EmbeddingCharge(1_000, 10, 1), OptionalDouble.empty());
    }

    /** All that was charged until now. */
    private void moveBack(int days) {
        world.transactions()
                .runInScope(
                        northwind,
                        () -> world.jdbc()
                                .sql("update embedding_usage set day = day - :days")
                                .param("days", days)
                                .update());
    }

    /** A day more to either side, as midnight may pass. */
    private List<DailyCharge> lately(TenantScope scope) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return spending.between(scope, today.minusDays(5), today.plusDays(1));
    }
}
