package io.modernize.cmdb.embedding.application;

import io.modernize.cmdb.tenancy.TenantScope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** The tokens, documents and requests of embedding, for the people who pay for it. */
public interface EmbeddingSpending {
    /**
     * The charges of a client account from one day to another, both inclusive (UTC), ordered by day, provider and
     * model.
     */
    List<DailyCharge> between(TenantScope scope, LocalDate from, LocalDate to);

    /** @param cost the cost in the currency {@code cmdb.embedding.currency} */
    record DailyCharge(
            LocalDate day, String provider, String model, long tokens, long documents, long calls, BigDecimal cost) {}
}
