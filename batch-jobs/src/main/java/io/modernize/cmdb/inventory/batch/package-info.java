/** Reading the files of an import, and the job that stores them. */
@NullMarked
package io.modernize.cmdb.inventory.batch;

import org.jspecify.annotations.NullMarked;
