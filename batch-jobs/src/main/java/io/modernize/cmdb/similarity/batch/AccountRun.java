package io.modernize.cmdb.similarity.batch;

import io.modernize.cmdb.tenancy.ClientAccount;
import java.util.List;
import java.util.function.Consumer;

/**
 * What one running job works on.
 *
 * @param accounts in the order of their turns
 * @param turn what is done for each; it throws nothing that the others should not suffer from
 */
record AccountRun(List<ClientAccount> accounts, Consumer<ClientAccount> turn) {}
