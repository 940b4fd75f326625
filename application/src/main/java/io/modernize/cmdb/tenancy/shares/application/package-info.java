/** Fair shares of what client accounts use together, such as places for work, and the refusal when there is too much of it. */
@NullMarked
@NamedInterface("shares")
package io.modernize.cmdb.tenancy.shares.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
