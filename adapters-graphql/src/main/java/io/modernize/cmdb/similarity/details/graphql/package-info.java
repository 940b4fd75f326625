/** What belongs to one asset: its relations, its likes, its embedding and its last import. */
@NullMarked
package io.modernize.cmdb.similarity.details.graphql;

import org.jspecify.annotations.NullMarked;
