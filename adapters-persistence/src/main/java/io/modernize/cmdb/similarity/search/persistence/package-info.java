/** PostgreSQL adapter: plans and statements of searches, by vectors, by words and by both. */
@NullMarked
package io.modernize.cmdb.similarity.search.persistence;

import org.jspecify.annotations.NullMarked;
