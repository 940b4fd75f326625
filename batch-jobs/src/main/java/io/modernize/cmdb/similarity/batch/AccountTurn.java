package io.modernize.cmdb.similarity.batch;

import io.modernize.cmdb.jobs.batch.AttemptResults;
import io.modernize.cmdb.tenancy.ClientAccount;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Gives each client account its turn. */
class AccountTurn implements ItemWriter<ClientAccount> {
    private final AccountRun<?> run;
    private final AttemptResults results;

    AccountTurn(AccountRun<?> run, AttemptResults results) {
        this.run = run;
        this.results = results;
    }

    @Override
    public void write(Chunk<? extends ClientAccount> chunk) {
        chunk.forEach(account -> run.take(account, results));
    }
}
