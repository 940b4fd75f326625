/** The asset and the filter of the schema, for all rooms of this ring that show assets. */
@NullMarked
package io.modernize.cmdb.similarity.assets.graphql;

import org.jspecify.annotations.NullMarked;
