/** Wires the use cases of the audit log. */
@NullMarked
package io.modernize.cmdb.audit.wiring;

import org.jspecify.annotations.NullMarked;
