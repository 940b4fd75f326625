package io.modernize.cmdb.tenancy.persistence;

import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.EngagementCatalog;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class JdbcEngagementCatalog implements EngagementCatalog {
    private final TenantTransactions transactions;
    private final ClientAccountRows clientAccounts;
    private final EngagementRows engagements;

    JdbcEngagementCatalog(
            TenantTransactions transactions, ClientAccountRows clientAccounts, EngagementRows engagements) {
        this.transactions = transactions;
        this.clientAccounts = clientAccounts;
        this.engagements = engagements;
    }

    @Override
    public ClientAccount clientAccount(TenantScope scope) {
        return transactions.inScope(
                scope,
                () -> clientAccounts
                        .findById(scope.clientAccountId().value())
                        .orElseThrow(() ->
                                new IllegalStateException("client account " + scope.clientAccountId() + " is gone"))
                        .toDomain());
    }

    @Override
    public List<Engagement> engagements(TenantScope scope) {
        return transactions.inScope(
                scope,
                () -> engagements
                        .findByClientAccountIdOrderByNameAscIdAsc(
                                scope.clientAccountId().value())
                        .stream()
                        .map(EngagementRow::toDomain)
                        .filter(engagement -> scope.engagements().includes(engagement.id()))
                        .toList());
    }
}
