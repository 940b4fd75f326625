/**
 * What identifies a request: its id, its caller, the headers that choose a scope, and what of it stands in the log.
 */
@NullMarked
@NamedInterface("requests")
package io.modernize.cmdb.api.requests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
