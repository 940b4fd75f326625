/** Groups of duplicates over GraphQL, and their review. */
@NullMarked
package io.modernize.cmdb.similarity.duplicates.graphql;

import org.jspecify.annotations.NullMarked;
