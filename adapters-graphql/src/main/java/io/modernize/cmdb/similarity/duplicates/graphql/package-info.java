/** Shows groups of duplicates over GraphQL, and records their review. */
@NullMarked
package io.modernize.cmdb.similarity.duplicates.graphql;

import org.jspecify.annotations.NullMarked;
