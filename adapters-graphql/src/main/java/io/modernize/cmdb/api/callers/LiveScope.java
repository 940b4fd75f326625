package io.modernize.cmdb.api.callers;

import io.modernize.cmdb.tenancy.TenantScope;

/**
 * The scope of the caller of a subscription. It is looked up anew each time, because a subscription lasts minutes and its
 * membership can be revoked meanwhile. A controller of a subscription declares it beside its {@link TenantScope}, which is the
 * scope at the beginning.
 */
@FunctionalInterface
public interface LiveScope {
    /**
     * The scope that the caller has now. It asks the database.
     *
     * @throws graphql.GraphqlErrorException as a query of the caller would be refused now: the membership is revoked, the
     *     permission is gone, or the access token has expired
     */
    TenantScope now();
}
