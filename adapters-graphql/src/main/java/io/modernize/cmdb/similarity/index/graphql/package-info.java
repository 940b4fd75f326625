/** The state of the vector index over GraphQL, and the audits of its recall. */
@NullMarked
package io.modernize.cmdb.similarity.index.graphql;

import org.jspecify.annotations.NullMarked;
