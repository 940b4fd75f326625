package io.modernize.cmdb.offboarding.application;

import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TwoClients;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows of a few tables, of which {@value #OF_CLIENT_ACCOUNT} and the client account's own belong to no engagement. */
public final class InMemoryStoredRows implements StoredRows {
    public static final String OF_ENGAGEMENT = "assets";
    public static final String OF_CLIENT_ACCOUNT = "usage";
    private static final String ENGAGEMENTS = "engagements";
    private static final String CLIENT_ACCOUNTS = "client_accounts";
    private static final List<String> TABLES = List.of(OF_ENGAGEMENT, ENGAGEMENTS, OF_CLIENT_ACCOUNT, CLIENT_ACCOUNTS);

    private record Row(
            String table,
            UUID key,
            ClientAccountId client,
            @Nullable EngagementId engagement) {}

    private final List<Row> rows = new ArrayList<>();

    public InMemoryStoredRows(TwoClients clients) {
        add(CLIENT_ACCOUNTS, clients.northwind(), null, 1);
        add(ENGAGEMENTS, clients.northwind(), clients.exit(), 1);
        add(ENGAGEMENTS, clients.northwind(), clients.erp(), 1);
        add(CLIENT_ACCOUNTS, clients.harbor(), null, 1);
        add(ENGAGEMENTS, clients.harbor(), clients.cloud(), 1);
        add(ENGAGEMENTS, clients.harbor(), clients.edge(), 1);
    }

    public void add(String table, ClientAccountId client, @Nullable EngagementId engagement, int count) {
        for (int i = 0; i < count; i++) {
            rows.add(new Row(table, UUID.randomUUID(), client, engagement));
        }
    }

    @Override
    public List<TableRows> count(TenantScope scope) {
        return TABLES.stream()
                .map(table -> new TableRows(table, of(scope, table).count()))
                .toList();
    }

    @Override
    public Batch delete(TenantScope scope, String table, @Nullable UUID from, int limit) {
        if (!TABLES.contains(table)) {
            throw new IllegalArgumentException("no table " + table);
        }
        List<Row> batch = of(scope, table)
                .filter(row -> from == null || row.key.compareTo(from) >= 0)
                .sorted(Comparator.comparing(Row::key))
                .limit(limit)
                .toList();
        rows.removeIf(Set.copyOf(batch)::contains);
        return new Batch(batch.size(), batch.size() < limit ? null : batch.getLast().key);
    }

    private Stream<Row> of(TenantScope scope, String table) {
        return rows.stream()
                .filter(row -> row.table.equals(table) && row.client.equals(scope.clientAccountId()))
                .filter(row -> covers(scope.engagements(), row.engagement));
    }

    private static boolean covers(EngagementSelection selection, @Nullable EngagementId engagement) {
        return switch (selection) {
            case EngagementSelection.All() -> true;
            case EngagementSelection.Only(var ids) -> engagement != null && ids.contains(engagement);
        };
    }
}
