package io.modernize.cmdb.similarity.batch;

import io.modernize.cmdb.tenancy.ClientAccount;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Gives each client account its turn. */
class AccountTurn implements ItemWriter<ClientAccount> {
    private final AccountRun run;

    AccountTurn(AccountRun run) {
        this.run = run;
    }

    @Override
    public void write(Chunk<? extends ClientAccount> chunk) {
        chunk.forEach(run.turn());
    }
}
