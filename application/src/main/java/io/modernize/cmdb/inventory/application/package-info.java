/** Use cases and ports of the inventory: storing, importing, uploading, relating and exporting assets. */
@NullMarked
@NamedInterface("application")
package io.modernize.cmdb.inventory.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
