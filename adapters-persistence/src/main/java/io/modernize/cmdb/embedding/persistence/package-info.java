/** PostgreSQL adapter: embedding spaces, embeddings, refusals and charges. */
@NullMarked
package io.modernize.cmdb.embedding.persistence;

import org.jspecify.annotations.NullMarked;
