/**
 * Reads the bodies and documents of requests and refuses those that are too large, too deep, too dear or not trusted.
 */
@NullMarked
package io.modernize.cmdb.api.documents;

import org.jspecify.annotations.NullMarked;
