/**
 * The operation of the service: its command line, the sample estate of a first start, and the evaluation of search
 * quality.
 */
@NullMarked
@ApplicationModule
package io.modernize.cmdb.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
