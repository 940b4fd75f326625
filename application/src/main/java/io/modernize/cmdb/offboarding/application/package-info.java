/** Deletes a client account or an engagement with everything that belongs to it. */
@NullMarked
@NamedInterface("application")
package io.modernize.cmdb.offboarding.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
