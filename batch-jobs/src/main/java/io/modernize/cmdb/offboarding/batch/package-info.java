/** The job that deletes an engagement or a client account. */
@NullMarked
package io.modernize.cmdb.offboarding.batch;

import org.jspecify.annotations.NullMarked;
