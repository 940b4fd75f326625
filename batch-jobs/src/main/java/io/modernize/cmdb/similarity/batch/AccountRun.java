package io.modernize.cmdb.similarity.batch;

import io.modernize.cmdb.tenancy.ClientAccount;
import java.util.List;
import java.util.function.Consumer;

/**
 * The state of one running job.
 *
 * @param accounts the client accounts in the order of their turns
 * @param turn the work for each; it throws only what should end the turns of the others, too
 */
record AccountRun(List<ClientAccount> accounts, Consumer<ClientAccount> turn) {}
