/** Shows the progress of jobs on the console. */
@NullMarked
package io.modernize.cmdb.operations.console;

import org.jspecify.annotations.NullMarked;
