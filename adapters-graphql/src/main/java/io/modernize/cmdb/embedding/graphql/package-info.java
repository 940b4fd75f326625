/** GraphQL adapter: how far embeddings have followed the assets. */
@NullMarked
package io.modernize.cmdb.embedding.graphql;

import org.jspecify.annotations.NullMarked;
