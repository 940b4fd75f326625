/** The gate in front of the API, over real HTTP: limits, answers to what is malformed, and what is logged. */
@NullMarked
package io.modernize.cmdb.tenancy.gate;

import org.jspecify.annotations.NullMarked;
