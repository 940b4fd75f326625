/**
 * A provider to test against: DeepInfra's protocol over real HTTP, with vectors that follow from the texts, and with
 * every fault that the real one has been seen or is feared to have.
 */
@NullMarked
package io.modernize.cmdb.testsupport.deepinfra;

import org.jspecify.annotations.NullMarked;
