/** The database and the servers that integration tests of every module need. */
@NullMarked
package io.modernize.cmdb.testsupport;

import org.jspecify.annotations.NullMarked;
