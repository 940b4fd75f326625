/** PostgreSQL adapter: the conditions of a filter as SQL, for the searches and lists of this ring. */
@NullMarked
package io.modernize.cmdb.similarity.filter.persistence;

import org.jspecify.annotations.NullMarked;
