/** Shows the coverage and the costs of embedding over GraphQL. */
@NullMarked
package io.modernize.cmdb.embedding.graphql;

import org.jspecify.annotations.NullMarked;
