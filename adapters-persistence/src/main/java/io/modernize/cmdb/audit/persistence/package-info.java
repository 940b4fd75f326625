/** PostgreSQL adapter: the audit log, which is only ever added to. */
@NullMarked
package io.modernize.cmdb.audit.persistence;

import org.jspecify.annotations.NullMarked;
