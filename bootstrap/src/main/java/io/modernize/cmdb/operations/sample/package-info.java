/** The sample estate that a local service imports on its first start. */
@NullMarked
package io.modernize.cmdb.operations.sample;

import org.jspecify.annotations.NullMarked;
