package io.modernize.cmdb.inventory.persistence;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * The content of an uploaded file, with one part in memory at a time. Closing it frees nothing, because it holds
 * nothing between two reads.
 */
final class UploadedBytes extends InputStream {
    private final long total;
    private final IntFunction<Optional<byte[]>> parts;
    private byte[] part = new byte[0];
    private int nextPart;
    private int at;
    private long given;

    /**
     * @param total the bytes of all parts
     * @param parts the parts by their position; each is read when it is reached
     */
    UploadedBytes(long total, IntFunction<Optional<byte[]>> parts) {
        this.total = total;
        this.parts = parts;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (at == part.length) {
            if (given == total) {
                return -1;
            }
            // Not the end: else the assets in the rest of the file would count as missing.
            part = parts.apply(nextPart++)
                    .orElseThrow(() -> new EOFException("the uploaded file was deleted while it was read"));
            at = 0;
        }
        int count = Math.min(length, part.length - at);
        System.arraycopy(part, at, target, offset, count);
        at += count;
        given += count;
        return count;
    }
}
