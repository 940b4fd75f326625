/** PostgreSQL adapter: client accounts, engagements, memberships and the secrets of cursors. */
@NullMarked
@NamedInterface("persistence")
package io.modernize.cmdb.tenancy.persistence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
