/** PostgreSQL adapter: client accounts, engagements and memberships, and the database fences between client accounts. */
@NullMarked
@NamedInterface("persistence")
package io.modernize.cmdb.tenancy.persistence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
