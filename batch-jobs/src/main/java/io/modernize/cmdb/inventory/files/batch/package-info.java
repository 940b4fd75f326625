/**
 * Inspects source files and reads them row by row, in every encoding and layout that imports accept. It knows nothing
 * of what a row means.
 */
@NullMarked
package io.modernize.cmdb.inventory.files.batch;

import org.jspecify.annotations.NullMarked;
