/** Shows embedding spaces over GraphQL, and changes between them. */
@NullMarked
package io.modernize.cmdb.similarity.spaces.graphql;

import org.jspecify.annotations.NullMarked;
