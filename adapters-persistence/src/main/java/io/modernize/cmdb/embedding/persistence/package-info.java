/** PostgreSQL adapter: embedding spaces and embeddings. */
@NullMarked
package io.modernize.cmdb.embedding.persistence;

import org.jspecify.annotations.NullMarked;
