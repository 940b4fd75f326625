/** Embedding spaces over GraphQL, and the change between them. */
@NullMarked
package io.modernize.cmdb.similarity.spaces.graphql;

import org.jspecify.annotations.NullMarked;
