package io.modernize.cmdb.inventory.graphql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** GraphQL type {@code Imports}. */
record ImportsPayload(List<ImportPayload> imports, @Nullable String endCursor, boolean hasMore) {}
