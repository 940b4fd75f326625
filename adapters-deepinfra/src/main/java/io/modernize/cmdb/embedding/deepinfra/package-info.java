/** The embedding models that DeepInfra hosts, over its OpenAI-shaped interface. */
@NullMarked
package io.modernize.cmdb.embedding.deepinfra;

import org.jspecify.annotations.NullMarked;
