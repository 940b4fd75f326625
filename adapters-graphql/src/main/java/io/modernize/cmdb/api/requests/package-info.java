/** The id of a request, its caller, the headers that choose a scope, and the context of its log lines. */
@NullMarked
@NamedInterface("requests")
package io.modernize.cmdb.api.requests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
