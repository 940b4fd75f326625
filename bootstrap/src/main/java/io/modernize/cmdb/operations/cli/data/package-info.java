/** Commands on data: import, embed, export and evaluate. */
@NullMarked
package io.modernize.cmdb.operations.cli.data;

import org.jspecify.annotations.NullMarked;
