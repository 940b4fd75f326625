/** The import formats, one class each, and how a format is recognised. */
@NullMarked
@NamedInterface("formats")
package io.modernize.cmdb.inventory.formats;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
