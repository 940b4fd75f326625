/** PostgreSQL adapter: scans for duplicates, and the groups that they found. */
@NullMarked
package io.modernize.cmdb.similarity.duplicates.persistence;

import org.jspecify.annotations.NullMarked;
