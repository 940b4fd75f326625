/** The job that imports a file, and what it reports. */
@NullMarked
package io.modernize.cmdb.inventory.imports.batch;

import org.jspecify.annotations.NullMarked;
