/** The HTTP protocol of the hosted embedding models: requests, answers and errors. */
@NullMarked
package io.modernize.cmdb.embedding.protocol.deepinfra;

import org.jspecify.annotations.NullMarked;
