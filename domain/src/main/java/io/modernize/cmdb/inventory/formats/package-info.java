/**
 * The formats of imports, with one class for each, and the recognition of a format by its header. It knows records of
 * files and nothing of files themselves.
 */
@NullMarked
@NamedInterface("formats")
package io.modernize.cmdb.inventory.formats;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
