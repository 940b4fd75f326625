/** Lists, grants, changes and revokes memberships over GraphQL. */
@NullMarked
package io.modernize.cmdb.administration.members.graphql;

import org.jspecify.annotations.NullMarked;
