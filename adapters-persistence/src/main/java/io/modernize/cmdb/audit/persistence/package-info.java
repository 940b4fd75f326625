/** PostgreSQL adapter: the audit log. Events are added and read, never changed. */
@NullMarked
package io.modernize.cmdb.audit.persistence;

import org.jspecify.annotations.NullMarked;
