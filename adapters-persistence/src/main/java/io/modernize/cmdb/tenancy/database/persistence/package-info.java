/** The two logins of the database, the fences between client accounts, and transactions that see one of them. */
@NullMarked
@NamedInterface("persistence")
package io.modernize.cmdb.tenancy.database.persistence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
