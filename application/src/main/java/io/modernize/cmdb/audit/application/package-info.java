/** Records events of the audit log together with changes, and reads them. */
@NullMarked
@NamedInterface("application")
package io.modernize.cmdb.audit.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
