package io.modernize.cmdb.api.lookups;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TwoClients;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScopedLookUpTests {
    private final TwoClients clients = TwoClients.random();
    private final List<TenantScope> asked = new ArrayList<>();

    private record Row(TenantScope scope, @Nullable String key) {}

    private Map<String, String> lookUp(TenantScope scope, Set<String> keys) {
        asked.add(scope);
        String prefix = scope.equals(clients.northwindScope()) ? "northwind " : "harbor ";
        return keys.stream()
                .filter(key -> !key.equals("unknown"))
                .collect(Collectors.toMap(key -> key, key -> prefix + key));
    }

    @Test
    void asksOnceForEachScopeAndKeepsTheirAnswersApart() {
        Row first = new Row(clients.northwindScope(), "a");
        Row second = new Row(clients.northwindScope(), "b");
        Row foreign = new Row(clients.harborScope(), "a");

        assertThat(ScopedLookUp.of(List.of(first, foreign, second), Row::scope, Row::key, this::lookUp))
                .containsOnly(
                        Map.entry(first, "northwind a"),
                        Map.entry(second, "northwind b"),
                        Map.entry(foreign, "harbor a"));
        assertThat(asked).containsExactlyInAnyOrder(clients.northwindScope(), clients.harborScope());
    }

    @Test
    void leavesRowsWithoutKeyOrValueOut() {
        Row none = new Row(clients.northwindScope(), null);
        Row unknown = new Row(clients.northwindScope(), "unknown");

        assertThat(ScopedLookUp.of(List.of(none, unknown), Row::scope, Row::key, this::lookUp))
                .isEmpty();
        assertThat(ScopedLookUp.of(List.of(none), Row::scope, Row::key, this::lookUp))
                .isEmpty();
        assertThat(asked).hasSize(1);
    }
}
