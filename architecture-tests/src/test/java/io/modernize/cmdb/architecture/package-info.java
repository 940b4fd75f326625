/** Rules of the architecture: the capabilities, the rings, the conventions, and the proof that each rule can fail. */
@NullMarked
package io.modernize.cmdb.architecture;

import org.jspecify.annotations.NullMarked;
