package io.modernize.cmdb.similarity.duplicates.graphql;

import io.modernize.cmdb.similarity.duplicates.DuplicateGroupId;
import io.modernize.cmdb.similarity.duplicates.GroupPosition;
import java.util.List;
import java.util.UUID;

/** A place in the list of groups, as cursors hold it: the score and the id. */
final class DuplicateCursor {
    private DuplicateCursor() {}

    static List<String> write(GroupPosition position) {
        return List.of(Double.toString(position.score()), position.id().value().toString());
    }

    static GroupPosition read(List<String> place) {
        return new GroupPosition(Double.parseDouble(place.get(0)), new DuplicateGroupId(UUID.fromString(place.get(1))));
    }
}
