package io.modernize.cmdb.embedding.graphql;

import static io.modernize.cmdb.tenancy.Permission.ACCOUNT_MANAGE;

import io.modernize.cmdb.api.arguments.ScopeArguments;
import io.modernize.cmdb.api.errors.CommonRefusals;
import io.modernize.cmdb.embedding.application.EmbeddingSpending;
import io.modernize.cmdb.embedding.application.EmbeddingSpending.DailyCharge;
import io.modernize.cmdb.embedding.application.EmbeddingUsage;
import io.modernize.cmdb.embedding.application.TokenBudget;
import io.modernize.cmdb.tenancy.Requires;
import io.modernize.cmdb.tenancy.TenantScope;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Shows the tokens and costs of a client account's embeddings. */
@Controller
@EnableConfigurationProperties(CostProperties.class)
final class UsageController {
    private static final int DEFAULT_DAYS = 30;

    /** The greatest number of days: a year. Each day and model is a row. */
    private static final int MAX_DAYS = 366;

    private final EmbeddingSpending spending;
    private final EmbeddingUsage usage;
    private final TokenBudget budget;
    private final CostProperties costs;
    private final Clock clock;

    UsageController(
            EmbeddingSpending spending, EmbeddingUsage usage, TokenBudget budget, CostProperties costs, Clock clock) {
        this.spending = spending;
        this.usage = usage;
        this.budget = budget;
        this.costs = costs;
        this.clock = clock;
    }

    @QueryMapping
    EmbeddingUsagePayload embeddingUsage(
            @Requires(ACCOUNT_MANAGE) TenantScope scope,
            @Argument @Nullable LocalDate from,
            @Argument @Nullable LocalDate to,
            @Argument EmbeddingChargePayload.@Nullable Grouping groupBy) {
        ScopeArguments.requireAllEngagements(scope);
        LocalDate last = to == null ? LocalDate.now(clock) : to;
        LocalDate first = from == null ? last.minusDays(DEFAULT_DAYS - 1) : from;
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        if (days < 1 || days > MAX_DAYS) {
            throw CommonRefusals.badInput(
                    "from",
                    "The range of days is empty or too long.",
                    "Send a from that is not after to, and at most " + MAX_DAYS + " days, both included.");
        }
        List<DailyCharge> charges = spending.between(scope, first, last);
        OptionalLong tokensPerDay = budget.tokensPerDay();
        return new EmbeddingUsagePayload(
                first,
                last,
                EmbeddingChargePayload.grouped(
                        charges,
                        groupBy == null ? EmbeddingChargePayload.Grouping.DAY_AND_MODEL : groupBy,
                        costs.currency()),
                EmbeddingChargePayload.total(charges, costs.currency()),
                tokensPerDay.isPresent() ? tokensPerDay.getAsLong() : null,
                usage.tokensToday(scope));
    }
}
