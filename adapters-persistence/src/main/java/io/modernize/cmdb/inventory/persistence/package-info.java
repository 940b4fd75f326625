/** PostgreSQL adapter: assets, relations, uploads, and the log of imports. */
@NullMarked
@NamedInterface("persistence")
package io.modernize.cmdb.inventory.persistence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
