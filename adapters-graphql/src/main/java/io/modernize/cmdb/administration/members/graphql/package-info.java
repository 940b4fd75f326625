/** Grants, changes, revokes and lists memberships. */
@NullMarked
package io.modernize.cmdb.administration.members.graphql;

import org.jspecify.annotations.NullMarked;
