/** The issuer of tokens of the profile local, with its demo identities. */
@NullMarked
package io.modernize.cmdb.tenancy.local.wiring;

import org.jspecify.annotations.NullMarked;
