/** Commands that maintain indexes, audit recall, and look for duplicates. */
@NullMarked
package io.modernize.cmdb.operations.cli.maintenance;

import org.jspecify.annotations.NullMarked;
