package io.modernize.cmdb.similarity.duplicates.graphql;

import io.modernize.cmdb.api.errors.Audited;

/** Union {@code ReviewDuplicateGroupResult}: its types are told by the names of these classes. */
sealed interface ReviewDuplicateGroupPayload extends Audited
        permits DuplicateGroupChanged, UnknownDuplicateGroup, InvalidInput {}
