package io.modernize.cmdb.offboarding.application;

import io.modernize.cmdb.tenancy.TenantScope;
import java.util.List;
import java.util.Optional;

/**
 * The resources of a client account besides rows, such as an index of its own. A scope stands for its client account.
 */
public interface ClientAccountResources {
    /** The names of the resources, in no particular order. */
    List<String> names(TenantScope scope);

    /**
     * Deletes the resources for good. Does nothing if there are none. It must not be called in a transaction.
     *
     * @return the names of the deleted resources; empty if another process is working on such resources
     */
    Optional<List<String>> release(TenantScope scope);
}
