/** CMDB Similarity: tenant-isolated semantic search over the assets of a CMDB. */
@NullMarked
package io.modernize.cmdb;

import org.jspecify.annotations.NullMarked;
