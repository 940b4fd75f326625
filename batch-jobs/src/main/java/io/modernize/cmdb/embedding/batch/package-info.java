/** Spring Batch jobs of embedding: bulk embedding of what is new or stale. */
@NullMarked
package io.modernize.cmdb.embedding.batch;

import org.jspecify.annotations.NullMarked;
