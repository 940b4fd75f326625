/** PostgreSQL adapter: HNSW indexes of client accounts, their records and the audits of their recall. */
@NullMarked
package io.modernize.cmdb.similarity.index.persistence;

import org.jspecify.annotations.NullMarked;
