package io.modernize.cmdb.similarity.index.application;

import io.modernize.cmdb.tenancy.ClientAccountId;
import java.util.Set;

/** Which client accounts missed the target recall, over all of them: identifiers and nothing else. */
@FunctionalInterface
public interface MissedTargets {
    /** Client accounts whose last audit of the space that they search missed its target; asked for all of them at once. */
    Set<ClientAccountId> inLastAudits();
}
