/**
 * Lets requests in: it limits how many run at a time, how much each caller may ask for, and for how long. It knows
 * nothing of documents.
 */
@NullMarked
@NamedInterface("gate")
package io.modernize.cmdb.api.gate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
