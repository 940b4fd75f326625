/** Reads source files row by row, whatever their encoding and layout, and refuses broken ones. */
@NullMarked
package io.modernize.cmdb.inventory.files.batch;

import org.jspecify.annotations.NullMarked;
