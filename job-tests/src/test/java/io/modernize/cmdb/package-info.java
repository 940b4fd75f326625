/** The persistence adapters and the jobs, started together for the tests of the jobs. */
@NullMarked
package io.modernize.cmdb;

import org.jspecify.annotations.NullMarked;
