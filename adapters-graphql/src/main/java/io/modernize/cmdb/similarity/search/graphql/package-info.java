/** Answers the two searches over GraphQL, with explanations and facets. */
@NullMarked
package io.modernize.cmdb.similarity.search.graphql;

import org.jspecify.annotations.NullMarked;
