package io.modernize.cmdb.offboarding.application;

import io.modernize.cmdb.tenancy.TenantScope;
import java.util.List;
import java.util.Optional;

/** What is kept for a client account besides rows, such as an index of its own. A scope stands for its client account. */
public interface ClientAccountResources {
    /** Their names, in no particular order. */
    List<String> names(TenantScope scope);

    /**
     * Gives them up for good; does nothing where there are none. Not within a transaction.
     *
     * @return the names of those that there were, or empty where another process is at work on such resources
     */
    Optional<List<String>> release(TenantScope scope);
}
