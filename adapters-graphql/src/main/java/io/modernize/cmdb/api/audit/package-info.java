/** Records each mutation and each refused request in the audit log. */
@NullMarked
package io.modernize.cmdb.api.audit;

import org.jspecify.annotations.NullMarked;
