/** Commands: serve, import, embed, evaluate, grant. */
@NullMarked
package io.modernize.cmdb.operations.cli;

import org.jspecify.annotations.NullMarked;
