/** Checks access tokens: the trusted issuers, their keys, and the permissions that a token grants. */
@NullMarked
package io.modernize.cmdb.tenancy.identity.wiring;

import org.jspecify.annotations.NullMarked;
