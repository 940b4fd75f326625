/** Measures search quality against judged queries, as a user with a token would search. */
@NullMarked
package io.modernize.cmdb.operations.evaluation;

import org.jspecify.annotations.NullMarked;
