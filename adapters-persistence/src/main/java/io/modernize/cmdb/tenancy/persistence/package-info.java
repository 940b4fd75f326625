/** PostgreSQL adapter: client accounts, engagements and memberships, and the database fences between client accounts. */
@NullMarked
package io.modernize.cmdb.tenancy.persistence;

import org.jspecify.annotations.NullMarked;
