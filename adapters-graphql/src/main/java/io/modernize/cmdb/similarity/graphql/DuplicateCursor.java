package io.modernize.cmdb.similarity.graphql;

import io.modernize.cmdb.similarity.DuplicateGroupId;
import io.modernize.cmdb.similarity.GroupPosition;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/** A place in the list of groups as a text that callers need not understand: score and id, 24 bytes in Base64. */
final class DuplicateCursor {
    private static final int BYTES = Double.BYTES + 2 * Long.BYTES;

    private DuplicateCursor() {}

    static String write(GroupPosition position) {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        bytes.putDouble(position.score())
                .putLong(position.id().value().getMostSignificantBits())
                .putLong(position.id().value().getLeastSignificantBits());
        return Base64.getUrlEncoder().encodeToString(bytes.array());
    }

    static GroupPosition read(String cursor) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            if (bytes.remaining() != BYTES) {
                throw notACursor();
            }
            return new GroupPosition(
                    bytes.getDouble(), new DuplicateGroupId(new UUID(bytes.getLong(), bytes.getLong())));
        } catch (IllegalArgumentException neitherBase64NorAScore) {
            throw notACursor();
        }
    }

    private static RuntimeException notACursor() {
        return Refusals.badInput(
                "after", "The value is no cursor.", "Send the endCursor of a page, or leave it out to begin.");
    }
}
