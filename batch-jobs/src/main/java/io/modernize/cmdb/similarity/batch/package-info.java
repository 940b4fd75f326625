/**
 * Spring Batch jobs of similarity: maintenance of indexes, audits of their recall, searches for duplicates, and
 * migrations to another embedding space.
 */
@NullMarked
package io.modernize.cmdb.similarity.batch;

import org.jspecify.annotations.NullMarked;
