package io.modernize.cmdb.inventory.application;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file to import. It is read twice, each time from its first byte: to be looked through, and to be stored. Whether it
 * lies on a disk is for none to know who reads it.
 */
public sealed interface ImportSource {
    /** What its user calls it, without folders: for people, of any characters, and never a part of a path. */
    String name();

    /** Its length in bytes, as of now. */
    long size() throws IOException;

    /** Opens it at its first byte. Reading throws where it has become shorter than it was. */
    InputStream open() throws IOException;

    /** Somebody's own file, which is read where it lies. */
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
     * What others have given us. It is read from where it is kept, and laid down nowhere: no name of theirs reaches a file
     * system, and no process that dies leaves a copy behind.
     */
    record KeptFile(String name, long size, Opening opening) implements ImportSource {
        @Override
        public InputStream open() throws IOException {
            return opening.open();
        }
    }

    /** Opens what is kept, at its first byte. */
    @FunctionalInterface
    interface Opening {
        InputStream open() throws IOException;
    }
}
