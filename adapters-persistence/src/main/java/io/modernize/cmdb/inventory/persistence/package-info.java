/** PostgreSQL adapter: assets, relations and the log of imports. */
@NullMarked
package io.modernize.cmdb.inventory.persistence;

import org.jspecify.annotations.NullMarked;
