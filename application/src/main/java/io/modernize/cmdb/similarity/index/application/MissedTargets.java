package io.modernize.cmdb.similarity.index.application;

import io.modernize.cmdb.tenancy.ClientAccountId;
import java.util.Set;

/** The client accounts that missed the target recall. It looks at all client accounts and shows identifiers only. */
@FunctionalInterface
public interface MissedTargets {
    /** The client accounts whose last audit of the space that they search missed its target. */
    Set<ClientAccountId> inLastAudits();
}
