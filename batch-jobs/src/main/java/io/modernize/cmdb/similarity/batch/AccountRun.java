package io.modernize.cmdb.similarity.batch;

import io.modernize.cmdb.jobs.batch.AttemptResults;
import io.modernize.cmdb.tenancy.ClientAccount;
import java.util.List;
import java.util.function.Function;

/**
 * The state of one running job.
 *
 * @param accounts the client accounts in the order of their turns
 * @param turn the work for each; it throws only what should end the turns of the others, too
 */
record AccountRun<R>(List<ClientAccount> accounts, Class<R> kind, Function<ClientAccount, List<R>> turn) {
    /** Gives the client account its turn, and leaves what comes of it. */
    void take(ClientAccount account, AttemptResults results) {
        turn.apply(account).forEach(result -> results.add(kind, result));
    }
}
