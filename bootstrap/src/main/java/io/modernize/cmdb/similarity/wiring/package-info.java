/** Gives searches, indexes and migrations the values of the configuration, and indexes their schedule. */
@NullMarked
package io.modernize.cmdb.similarity.wiring;

import org.jspecify.annotations.NullMarked;
