package io.modernize.cmdb.similarity.duplicates.graphql;

import io.modernize.cmdb.api.errors.Audited;

/** Union {@code ReviewDuplicateGroupResult}. The names of these classes are the names of its types. */
sealed interface ReviewDuplicateGroupPayload extends Audited
        permits DuplicateGroupChanged, UnknownDuplicateGroup, InvalidInput {}
