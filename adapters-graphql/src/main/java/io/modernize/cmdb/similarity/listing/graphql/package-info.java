/** Shows lists of assets over GraphQL. */
@NullMarked
package io.modernize.cmdb.similarity.listing.graphql;

import org.jspecify.annotations.NullMarked;
