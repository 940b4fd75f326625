package io.modernize.cmdb.inventory.archive.batch;

import io.modernize.cmdb.inventory.Sha256;
import io.modernize.cmdb.inventory.application.ExportOutcome.ExportedFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.util.HexFormat;

/**
 * A file that gets its name when all of it is on the disk. Until then, {@value #UNFINISHED} stands behind the name.
 * Only its owner may read it, because it has data of a client account.
 */
final class ArchiveFile implements AutoCloseable {
    static final String UNFINISHED = ".unfinished";

    private static final int BUFFER_BYTES = 65_536;

    private final Path path;
    private final Path unfinished;
    private final FileChannel channel;
    private final DigestOutputStream out;
    private long rows;

    private ArchiveFile(Path path, Path unfinished, FileChannel channel) {
        this.path = path;
        this.unfinished = unfinished;
        this.channel = channel;
        this.out = new DigestOutputStream(
                new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES), Sha256.digest());
    }

    static ArchiveFile create(Path path) throws IOException {
        Path unfinished = path.resolveSibling(path.getFileName() + UNFINISHED);
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, ownersOnly(path, "rw-------"));
        return new ArchiveFile(path, unfinished, FileChannel.open(unfinished, StandardOpenOption.WRITE));
    }

    /** The file attributes that keep others out, if the file system has any. */
    static FileAttribute<?>[] ownersOnly(Path path, String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    OutputStream out() {
        return out;
    }

    void countRow() {
        rows++;
    }

    void writeLine(byte[] json) throws IOException {
        out.write(json);
        out.write('\n');
        countRow();
    }

    /** Gives the file its name. */
    ExportedFile finish() throws IOException {
        out.flush();
        channel.force(true);
        long bytes = channel.size();
        out.close();
        Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
        return new ExportedFile(
                path.getFileName().toString(),
                rows,
                bytes,
                HexFormat.of().formatHex(out.getMessageDigest().digest()));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
