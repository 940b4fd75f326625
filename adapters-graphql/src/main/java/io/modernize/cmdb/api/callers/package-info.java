/**
 * Turns the caller and the headers of a request into a tenant scope. It knows nothing of the fields that need the
 * scope.
 */
@NullMarked
@NamedInterface("callers")
package io.modernize.cmdb.api.callers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
