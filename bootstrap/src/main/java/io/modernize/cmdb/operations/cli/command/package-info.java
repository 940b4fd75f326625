/** What all commands share: options, exit codes, and how a command starts the service. */
@NullMarked
package io.modernize.cmdb.operations.cli.command;

import org.jspecify.annotations.NullMarked;
