/** Reads the arguments that all capabilities share: identifiers, and the engagement. */
@NullMarked
@NamedInterface("arguments")
package io.modernize.cmdb.api.arguments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
