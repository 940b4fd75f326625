package io.modernize.cmdb.api.paging;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of cursors.
 *
 * @param cursorKey secrets of at least 32 characters each, in place of the one that the database keeps. The first makes
 *     cursors and all of them read them, so that a new one is put in front of the old one, which goes a day later
 */
@ConfigurationProperties("cmdb.api")
record CursorProperties(@DefaultValue List<String> cursorKey) {
    private static final int MIN_LENGTH = 32;

    /** Throws {@link IllegalArgumentException} if a secret is too short. */
    CursorProperties {
        cursorKey = List.copyOf(cursorKey);
        if (cursorKey.stream().anyMatch(key -> key.length() < MIN_LENGTH)) {
            throw new IllegalArgumentException(
                    "cmdb.api.cursor-key: a secret has at least " + MIN_LENGTH + " characters, better random ones");
        }
    }

    List<byte[]> secrets() {
        return cursorKey.stream()
                .map(key -> key.getBytes(StandardCharsets.UTF_8))
                .toList();
    }
}
