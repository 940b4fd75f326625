/** Spring Batch jobs of similarity: the lifecycle of indexes, and audits of their recall. */
@NullMarked
package io.modernize.cmdb.similarity.batch;

import org.jspecify.annotations.NullMarked;
