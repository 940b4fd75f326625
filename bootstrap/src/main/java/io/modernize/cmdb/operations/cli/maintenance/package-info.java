/** Commands on what searches rely on: indexes, their recall, and duplicates. */
@NullMarked
package io.modernize.cmdb.operations.cli.maintenance;

import org.jspecify.annotations.NullMarked;
