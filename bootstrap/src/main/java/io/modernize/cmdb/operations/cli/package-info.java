/** The entry of the command line. It chooses a command, and tells failures and signals by exit codes. */
@NullMarked
package io.modernize.cmdb.operations.cli;

import org.jspecify.annotations.NullMarked;
