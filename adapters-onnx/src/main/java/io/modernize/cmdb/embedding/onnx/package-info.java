/** The embedding model that runs in this process: bge-small-en-v1.5, quantised. */
@NullMarked
package io.modernize.cmdb.embedding.onnx;

import org.jspecify.annotations.NullMarked;
