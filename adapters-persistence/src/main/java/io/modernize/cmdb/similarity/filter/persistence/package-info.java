/** PostgreSQL adapter: the conditions of a filter as SQL. */
@NullMarked
package io.modernize.cmdb.similarity.filter.persistence;

import org.jspecify.annotations.NullMarked;
