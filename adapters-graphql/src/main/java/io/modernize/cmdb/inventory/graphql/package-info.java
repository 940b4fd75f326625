/**
 * Uploads of files over plain HTTP, because GraphQL carries no files; their imports and the reports of imports over
 * GraphQL.
 */
@NullMarked
package io.modernize.cmdb.inventory.graphql;

import org.jspecify.annotations.NullMarked;
