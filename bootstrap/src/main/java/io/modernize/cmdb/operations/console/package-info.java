/** Shows the progress of jobs to whoever started them. */
@NullMarked
package io.modernize.cmdb.operations.console;

import org.jspecify.annotations.NullMarked;
