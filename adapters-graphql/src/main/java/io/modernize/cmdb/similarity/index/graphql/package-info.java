/** Shows the state of the vector index and the audits of its recall over GraphQL. */
@NullMarked
package io.modernize.cmdb.similarity.index.graphql;

import org.jspecify.annotations.NullMarked;
