package io.modernize.cmdb.similarity.graphql;

import io.modernize.cmdb.tenancy.graphql.Audited;

/** Union {@code ReviewDuplicateGroupResult}: its types are told by the names of these classes. */
sealed interface ReviewDuplicateGroupPayload extends Audited
        permits DuplicateGroupChanged, UnknownDuplicateGroup, InvalidInput {}
