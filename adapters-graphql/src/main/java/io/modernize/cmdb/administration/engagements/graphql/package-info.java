/** Shows the caller's memberships and permissions over GraphQL, and shows, creates and renames engagements. */
@NullMarked
package io.modernize.cmdb.administration.engagements.graphql;

import org.jspecify.annotations.NullMarked;
