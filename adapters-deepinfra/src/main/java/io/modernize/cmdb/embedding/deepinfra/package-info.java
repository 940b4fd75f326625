/** The embedding models that DeepInfra hosts: their settings, and the number, order and repetition of requests. */
@NullMarked
package io.modernize.cmdb.embedding.deepinfra;

import org.jspecify.annotations.NullMarked;
