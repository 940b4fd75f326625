/** Commands that move a client account from one embedding model to another. */
@NullMarked
package io.modernize.cmdb.operations.cli.migrate;

import org.jspecify.annotations.NullMarked;
