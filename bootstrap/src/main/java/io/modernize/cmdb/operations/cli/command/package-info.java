/** The parts that all commands share: options, exit codes, and the start of the application. */
@NullMarked
package io.modernize.cmdb.operations.cli.command;

import org.jspecify.annotations.NullMarked;
