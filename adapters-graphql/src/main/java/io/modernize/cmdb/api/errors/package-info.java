/** What callers learn of failures: refusals with code, field and remedy, and nothing of what went wrong inside. */
@NullMarked
@NamedInterface("errors")
package io.modernize.cmdb.api.errors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
