package io.modernize.cmdb.similarity.batch;

import io.modernize.cmdb.jobs.batch.AttemptResults;
import io.modernize.cmdb.tenancy.ClientAccount;
import java.util.List;
import java.util.function.Function;

/**
 * What one running job works on.
 *
 * @param <R> what comes of a turn
 * @param accounts in the order of their turns
 * @param kind of the results that are left
 * @param turn what is done for each; it throws nothing that the others should not suffer from
 */
record AccountRun<R>(List<ClientAccount> accounts, Class<R> kind, Function<ClientAccount, List<R>> turn) {
    /** Gives the client account its turn, and leaves what comes of it. */
    void take(ClientAccount account, AttemptResults results) {
        turn.apply(account).forEach(result -> results.add(kind, result));
    }
}
