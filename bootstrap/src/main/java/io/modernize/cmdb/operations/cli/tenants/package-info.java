/** Commands on client accounts: grant and offboard. */
@NullMarked
package io.modernize.cmdb.operations.cli.tenants;

import org.jspecify.annotations.NullMarked;
