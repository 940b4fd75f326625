/** Spring Batch jobs of similarity: the lifecycle of indexes, audits of their recall, and the search for duplicates. */
@NullMarked
package io.modernize.cmdb.similarity.batch;

import org.jspecify.annotations.NullMarked;
