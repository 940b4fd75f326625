/** What integration tests of every module need: a database of their own. */
@NullMarked
package io.modernize.cmdb.testsupport;

import org.jspecify.annotations.NullMarked;
