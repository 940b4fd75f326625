/** Checks tokens: which issuers are trusted, with which keys, and what a token allows. */
@NullMarked
package io.modernize.cmdb.tenancy.identity.wiring;

import org.jspecify.annotations.NullMarked;
