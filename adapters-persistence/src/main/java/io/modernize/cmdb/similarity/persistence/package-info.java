/** PostgreSQL adapter: searches in pgvector. */
@NullMarked
package io.modernize.cmdb.similarity.persistence;

import org.jspecify.annotations.NullMarked;
