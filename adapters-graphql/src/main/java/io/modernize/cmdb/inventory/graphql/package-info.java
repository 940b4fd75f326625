/** Adapter of the API: files to import come by plain HTTP, as GraphQL carries no files; their imports start by GraphQL. */
@NullMarked
package io.modernize.cmdb.inventory.graphql;

import org.jspecify.annotations.NullMarked;
