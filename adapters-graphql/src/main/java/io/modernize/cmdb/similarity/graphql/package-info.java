/** Similarity search over GraphQL. */
@NullMarked
package io.modernize.cmdb.similarity.graphql;

import org.jspecify.annotations.NullMarked;
