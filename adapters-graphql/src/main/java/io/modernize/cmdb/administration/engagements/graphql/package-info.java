/** Shows who the caller is; shows, creates and renames the engagements of the client account. */
@NullMarked
package io.modernize.cmdb.administration.engagements.graphql;

import org.jspecify.annotations.NullMarked;
