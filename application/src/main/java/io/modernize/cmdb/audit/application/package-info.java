/** Records events and reads them, newest first. */
@NullMarked
@NamedInterface("application")
package io.modernize.cmdb.audit.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
