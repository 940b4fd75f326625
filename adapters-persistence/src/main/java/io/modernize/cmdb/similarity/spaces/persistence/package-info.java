/** PostgreSQL adapter: comparisons of embedding spaces. */
@NullMarked
package io.modernize.cmdb.similarity.spaces.persistence;

import org.jspecify.annotations.NullMarked;
