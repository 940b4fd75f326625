/** The job that imports a file, its reports, and the retention of uploads. */
@NullMarked
package io.modernize.cmdb.inventory.imports.batch;

import org.jspecify.annotations.NullMarked;
