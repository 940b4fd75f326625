package io.modernize.cmdb.api.arguments;

import io.modernize.cmdb.api.errors.CommonRefusals;
import java.util.Optional;
import java.util.UUID;

/** Reads identifiers that callers wrote, for the controllers of every capability. */
public final class Uuids {
    private Uuids() {}

    /**
     * Parses the canonical 36-character form only; {@link UUID#fromString} would also take {@code 1-1-1-1-1}.
     *
     * @param field the name that a refusal gives
     * @throws graphql.GraphqlErrorException with the code {@code BAD_INPUT} for anything else
     */
    public static UUID parse(String field, String text) {
        return find(text).orElseThrow(() -> CommonRefusals.noUuid(field));
    }

    /** Parses the canonical 36-character form only. Empty for anything else. */
    public static Optional<UUID> find(String text) {
        try {
            return Optional.of(UUID.fromString(text))
                    .filter(uuid -> uuid.toString().equalsIgnoreCase(text));
        } catch (IllegalArgumentException notParsable) {
            return Optional.empty();
        }
    }
}
