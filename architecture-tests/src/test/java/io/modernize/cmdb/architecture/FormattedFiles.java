package io.modernize.cmdb.architecture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

/**
 * The contents that the formatter has found formatted, so that a build asks it only about those that are new. They are
 * remembered in the build's own folder, by their hashes: what a file is called and when it was written play no part.
 */
final class FormattedFiles {
    private final Path memory;
    private final String formatter;
    private final Set<String> before;
    private final Set<String> now = new TreeSet<>();

    private FormattedFiles(Path memory, String formatter, Set<String> before) {
        this.memory = memory;
        this.formatter = formatter;
        this.before = before;
    }

    /**
     * @param memory a file, which need not exist
     * @param formatter whose verdict is remembered: all that its verdict depends on, in words
     */
    static FormattedFiles read(Path memory, String formatter) throws IOException {
        Set<String> before = Files.exists(memory) ? Set.copyOf(Files.readAllLines(memory)) : Set.of();
        return new FormattedFiles(memory, formatter, before);
    }

    /** Whether this was found formatted by an earlier build; keeps it in mind for the next one. */
    boolean has(String source) {
        String hash = hash(source);
        if (before.contains(hash)) {
            now.add(hash);
            return true;
        }
        return false;
    }

    void add(String source) {
        now.add(hash(source));
    }

    /** Forgets what no file contains any more. */
    void write() throws IOException {
        Files.createDirectories(memory.getParent());
        Files.write(memory, now);
    }

    private String hash(String source) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(formatter.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(source.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
