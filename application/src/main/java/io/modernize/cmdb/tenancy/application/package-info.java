/** Use cases and ports of tenancy: who is this, and which scope may they touch. */
@NullMarked
@NamedInterface("application")
package io.modernize.cmdb.tenancy.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
