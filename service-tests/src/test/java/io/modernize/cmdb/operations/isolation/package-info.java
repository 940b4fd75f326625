/** That no client account sees anything of another, shown on the whole service over HTTP and on every statement. */
@NullMarked
package io.modernize.cmdb.operations.isolation;

import org.jspecify.annotations.NullMarked;
