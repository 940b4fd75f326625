package io.modernize.cmdb.embedding.application;

import io.modernize.cmdb.tenancy.TenantScope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What embedding has taken of the providers, for those who pay for it. */
public interface EmbeddingSpending {
    /** What a client account was charged from one day to another, both included (UTC); by day, provider and model. */
    List<DailyCharge> between(TenantScope scope, LocalDate from, LocalDate to);

    /** @param cost in the currency of the settings */
    record DailyCharge(
            LocalDate day, String provider, String model, long tokens, long documents, long calls, BigDecimal cost) {}
}
