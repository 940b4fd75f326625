/** Writes an engagement to an archive of files. */
@NullMarked
package io.modernize.cmdb.inventory.archive.batch;

import org.jspecify.annotations.NullMarked;
