/** The issuer of tokens that the profile local brings along. */
@NullMarked
package io.modernize.cmdb.tenancy.local.wiring;

import org.jspecify.annotations.NullMarked;
