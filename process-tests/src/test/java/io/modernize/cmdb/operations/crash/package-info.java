/** The packaged program, killed, stopped and cut off from its database. */
@NullMarked
package io.modernize.cmdb.operations.crash;

import org.jspecify.annotations.NullMarked;
