package io.modernize.cmdb.embedding.graphql;

import io.modernize.cmdb.embedding.application.EmbeddingSpending.DailyCharge;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** GraphQL type {@code EmbeddingCharge}. */
record EmbeddingChargePayload(
        @Nullable LocalDate day,
        @Nullable String provider,
        @Nullable String model,
        Long tokens,
        Long documents,
        Long requests,
        MoneyPayload cost) {

    /** GraphQL enum {@code UsageGrouping}. */
    enum Grouping {
        DAY_AND_MODEL,
        DAY,
        MODEL
    }

    private record Key(
            @Nullable LocalDate day,
            @Nullable String provider,
            @Nullable String model) {}

    /** The charges added up as asked for, in the order of the first charge of each sum. */
    static List<EmbeddingChargePayload> grouped(List<DailyCharge> charges, Grouping grouping, String currency) {
        Function<DailyCharge, Key> key = switch (grouping) {
            case DAY_AND_MODEL -> charge -> new Key(charge.day(), charge.provider(), charge.model());
            case DAY -> charge -> new Key(charge.day(), null, null);
            case MODEL -> charge -> new Key(null, charge.provider(), charge.model());
        };
        Map<Key, List<DailyCharge>> groups =
                charges.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .map(group -> sum(group.getKey(), group.getValue(), currency))
                .toList();
    }

    static EmbeddingChargePayload total(List<DailyCharge> charges, String currency) {
        return sum(new Key(null, null, null), charges, currency);
    }

    private static EmbeddingChargePayload sum(Key key, Collection<DailyCharge> charges, String currency) {
        return new EmbeddingChargePayload(
                key.day(),
                key.provider(),
                key.model(),
                charges.stream().mapToLong(DailyCharge::tokens).sum(),
                charges.stream().mapToLong(DailyCharge::documents).sum(),
                charges.stream().mapToLong(DailyCharge::calls).sum(),
                new MoneyPayload(
                        charges.stream().map(DailyCharge::cost).reduce(BigDecimal.ZERO, BigDecimal::add), currency));
    }
}
