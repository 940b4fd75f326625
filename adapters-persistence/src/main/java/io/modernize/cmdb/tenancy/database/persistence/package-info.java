/**
 * The two logins of the database and their pools, the checks of the fences between client accounts, locks, and
 * transactions that see one client account. The adapters of all capabilities build on it.
 */
@NullMarked
@NamedInterface("persistence")
package io.modernize.cmdb.tenancy.database.persistence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
