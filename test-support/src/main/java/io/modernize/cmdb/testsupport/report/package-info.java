/** Reports of a build about its tests. */
@NullMarked
package io.modernize.cmdb.testsupport.report;

import org.jspecify.annotations.NullMarked;
