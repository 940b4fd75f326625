package io.modernize.cmdb.tenancy.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryTenantTransactionsTests {
    private final TwoClients clients = TwoClients.random();
    private final List<String> written = new ArrayList<>();
    private final InMemoryTenantTransactions transactions = new InMemoryTenantTransactions(() -> {
        List<String> before = List.copyOf(written);
        return () -> {
            written.clear();
            written.addAll(before);
        };
    });

    @Test
    void keepsWhatIsDoneInOneTransactionAndCountsItOnce() {
        transactions.runInScope(
                clients.northwindScope(),
                () -> transactions.runInScope(clients.exitScope(), () -> written.add("both in one")));

        assertThat(written).containsExactly("both in one");
        assertThat(transactions.commits()).isEqualTo(1);
    }

    @Test
    void undoesEverythingWhereTheWorkThrows() {
        transactions.runInScope(clients.northwindScope(), () -> written.add("first"));

        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> transactions.runInScope(clients.northwindScope(), () -> {
                    transactions.runInScope(clients.northwindScope(), () -> written.add("second"));
                    throw new UnsupportedOperationException();
                }));

        assertThat(written).containsExactly("first");
    }

    @Test
    void refusesAnotherClientInsideATransaction() {
        assertThatIllegalStateException()
                .isThrownBy(() -> transactions.runInScope(
                        clients.northwindScope(),
                        () -> transactions.runInScope(clients.harborScope(), () -> written.add("never"))));
        assertThat(written).isEmpty();
    }

    @Test
    void servesAnotherClientAfterwards() {
        transactions.runInScope(clients.northwindScope(), () -> written.add("northwind"));
        transactions.runInScope(clients.harborScope(), () -> written.add("harbor"));

        assertThat(written).containsExactly("northwind", "harbor");
    }
}
