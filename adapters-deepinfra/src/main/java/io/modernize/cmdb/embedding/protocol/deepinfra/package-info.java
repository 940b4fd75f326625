/**
 * The HTTP protocol of the hosted embedding models: requests, answers and errors. It knows nothing of settings and
 * retries.
 */
@NullMarked
package io.modernize.cmdb.embedding.protocol.deepinfra;

import org.jspecify.annotations.NullMarked;
