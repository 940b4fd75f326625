/**
 * The fields of one asset beside its attributes: relations, similar assets, embedding, last import and source
 * attributes.
 */
@NullMarked
package io.modernize.cmdb.similarity.details.graphql;

import org.jspecify.annotations.NullMarked;
