/** PostgreSQL adapter: pages of assets, and counts of their values. */
@NullMarked
package io.modernize.cmdb.similarity.listing.persistence;

import org.jspecify.annotations.NullMarked;
