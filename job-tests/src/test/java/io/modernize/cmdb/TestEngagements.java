package io.modernize.cmdb;

import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.Slug;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives each test engagements that no other test knows. */
public final class TestEngagements {
    private final ClientAccountRegistry registry;
    private final TenantTransactions transactions;
    private final JdbcClient jdbc;

    TestEngagements(ClientAccountRegistry registry, TenantTransactions transactions, JdbcClient jdbc) {
        this.registry = registry;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    /** An empty engagement of a client account of its own. */
    public TestEngagement create() {
        ClientAccount client = registry.ensureClientAccount(slug("client"), "A client account under test");
        return engagementOf(client.id());
    }

    /** Another empty engagement of the same client account. */
    public TestEngagement createBeside(TestEngagement other) {
        return engagementOf(other.scope().clientAccountId());
    }

    private TestEngagement engagementOf(ClientAccountId client) {
        EngagementId id = registry.ensureEngagement(client, slug("engagement"), "An engagement under test")
                .id();
        return new TestEngagement(TenantScope.forJob(client, id), id, transactions, jdbc);
    }

    private static Slug slug(String kind) {
        return new Slug(kind + "-" + UUID.randomUUID());
    }
}
