/** Measures the service beside other ways to search vectors in PostgreSQL from Java. */
@NullMarked
package io.modernize.cmdb.benchmarks;

import org.jspecify.annotations.NullMarked;
