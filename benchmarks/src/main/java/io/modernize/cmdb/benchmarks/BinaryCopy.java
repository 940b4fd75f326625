package io.modernize.cmdb.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Writes rows into a table in PostgreSQL's binary COPY format, which is the fastest. */
final class BinaryCopy implements AutoCloseable {
    private static final int FLUSH_BYTES = 1 << 20;
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};

    private final CopyIn copy;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(FLUSH_BYTES + (1 << 14));
    private final DataOutputStream output = new DataOutputStream(buffer);

    /** @param target the table with its columns in parentheses */
    BinaryCopy(Connection connection, String target) throws SQLException, IOException {
        copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + target + " from stdin (format binary)");
        output.write(SIGNATURE);
        output.writeInt(0);
        output.writeInt(0);
    }

    /** Begins a row. So many fields follow, with one call each. */
    BinaryCopy row(int fields) throws IOException, SQLException {
        if (buffer.size() > FLUSH_BYTES) {
            flush();
        }
        output.writeShort(fields);
        return this;
    }

    BinaryCopy uuid(UUID value) throws IOException {
        output.writeInt(16);
        output.writeLong(value.getMostSignificantBits());
        output.writeLong(value.getLeastSignificantBits());
        return this;
    }

    /** Writes a text. The binary form of {@code json} is its text as well. */
    BinaryCopy text(String value) throws IOException {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    BinaryCopy jsonb(String value) throws IOException {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        output.writeInt(bytes.length + 1);
        output.writeByte(1);
        output.write(bytes);
        return this;
    }

    BinaryCopy bytes(byte[] value) throws IOException {
        output.writeInt(value.length);
        output.write(value);
        return this;
    }

    BinaryCopy integer(int value) throws IOException {
        output.writeInt(4);
        output.writeInt(value);
        return this;
    }

    BinaryCopy bigint(long value) throws IOException {
        output.writeInt(8);
        output.writeLong(value);
        return this;
    }

    BinaryCopy vector(float[] value) throws IOException {
        output.writeInt(4 + 4 * value.length);
        output.writeShort(value.length);
        output.writeShort(0);
        for (float coordinate : value) {
            output.writeFloat(coordinate);
        }
        return this;
    }

    BinaryCopy halfvec(float[] value) throws IOException {
        output.writeInt(4 + 2 * value.length);
        output.writeShort(value.length);
        output.writeShort(0);
        for (float coordinate : value) {
            output.writeShort(Float.floatToFloat16(coordinate));
        }
        return this;
    }

    /** Ends the copy; returns the number of rows. */
    long finish() throws IOException, SQLException {
        output.writeShort(-1);
        flush();
        return copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void flush() throws IOException, SQLException {
        output.flush();
        byte[] bytes = buffer.toByteArray();
        copy.writeToCopy(bytes, 0, bytes.length);
        buffer.reset();
    }
}
