/**
 * The errors that callers see: refusals with code, field and remedy. They tell nothing of failures inside the service.
 */
@NullMarked
@NamedInterface("errors")
package io.modernize.cmdb.api.errors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
