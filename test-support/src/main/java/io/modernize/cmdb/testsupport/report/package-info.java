/** What a build tells of its tests. */
@NullMarked
package io.modernize.cmdb.testsupport.report;

import org.jspecify.annotations.NullMarked;
