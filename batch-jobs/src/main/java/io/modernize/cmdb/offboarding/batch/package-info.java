/** The job that a person starts to delete an engagement. */
@NullMarked
package io.modernize.cmdb.offboarding.batch;

import org.jspecify.annotations.NullMarked;
