/** Measures what one tenant of the packaged service suffers while another one attacks it, over HTTP and nothing else. */
@NullMarked
package io.modernize.cmdb.benchmarks.neighbour;

import org.jspecify.annotations.NullMarked;
