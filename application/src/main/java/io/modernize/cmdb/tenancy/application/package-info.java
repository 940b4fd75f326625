/**
 * Use cases and ports of tenancy: resolving the scope of a caller, administering members and engagements, and locks and
 * transactions that see one client account.
 */
@NullMarked
@NamedInterface("application")
package io.modernize.cmdb.tenancy.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
