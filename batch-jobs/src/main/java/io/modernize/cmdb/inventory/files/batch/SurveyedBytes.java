package io.modernize.cmdb.inventory.files.batch;

import java.io.IOException;
import java.io.InputStream;

/** Passes a file's bytes on and has each of them surveyed. It ends early where the file has grown beyond a limit. */
final class SurveyedBytes extends InputStream {
    private static final int READ_BYTES = 65_536;

    private final InputStream bytes;
    private final ByteSurvey survey;
    private final long maxBytes;
    private boolean ended;

    SurveyedBytes(InputStream bytes, ByteSurvey survey, long maxBytes) {
        this.bytes = bytes;
        this.survey = survey;
        this.maxBytes = maxBytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (ended || survey.size() > maxBytes) {
            // A reader that comes to the end may have closed the file.
            return -1;
        }
        int count = bytes.read(target, offset, length);
        ended = count < 0;
        if (count > 0) {
            survey.add(target, offset, count);
        }
        return count;
    }

    /** Has the rest surveyed. */
    void finish() throws IOException {
        byte[] rest = new byte[READ_BYTES];
        while (read(rest, 0, rest.length) >= 0) {
            // The survey is all that is wanted of it.
        }
        survey.end();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
