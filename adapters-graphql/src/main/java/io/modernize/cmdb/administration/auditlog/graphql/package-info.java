/** Shows the audit log of the client account over GraphQL. */
@NullMarked
package io.modernize.cmdb.administration.auditlog.graphql;

import org.jspecify.annotations.NullMarked;
