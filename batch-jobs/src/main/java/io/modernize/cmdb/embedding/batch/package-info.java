/** Spring Batch jobs of embedding, the schedule that starts them, and the reaction to changed assets. */
@NullMarked
package io.modernize.cmdb.embedding.batch;

import org.jspecify.annotations.NullMarked;
