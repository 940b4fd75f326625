/** An asset and a filter of assets, as the schema has them. */
@NullMarked
package io.modernize.cmdb.similarity.assets.graphql;

import org.jspecify.annotations.NullMarked;
