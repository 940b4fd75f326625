package io.modernize.cmdb.inventory.application;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file to import. It is read several times, each time from its first byte. Its readers do not know whether it lies on
 * a disk.
 */
public sealed interface ImportSource {
    /**
     * The name that the user gave the file, without folders. It is for people, may have any characters, and is never a
     * part of a path.
     */
    String name();

    /** The length in bytes, as of now. */
    long size() throws IOException;

    /** Opens the file at its first byte. Reading throws if it has become shorter. */
    InputStream open() throws IOException;

    /** A local file of the user. It is read where it lies. */
    record LocalFile(Path path) implements ImportSource {
        @Override
        public String name() {
            return String.valueOf(path.getFileName());
        }

        @Override
        public long size() throws IOException {
            return Files.size(path);
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(path);
        }
    }

    /**
     * A file that a caller has uploaded. It is read from the database and never written to a disk. No name of a caller
     * reaches a file system, and a process that dies leaves no copy behind.
     */
    record KeptFile(String name, long size, Opening opening) implements ImportSource {
        @Override
        public InputStream open() throws IOException {
            return opening.open();
        }
    }

    /** Opens the uploaded file at its first byte. */
    @FunctionalInterface
    interface Opening {
        InputStream open() throws IOException;
    }
}
