/** Does to a service on this machine what a careless or hostile tenant does, inside every limit of the API, and counts the answers. */
@NullMarked
package io.modernize.cmdb.testsupport.attacks;

import org.jspecify.annotations.NullMarked;
