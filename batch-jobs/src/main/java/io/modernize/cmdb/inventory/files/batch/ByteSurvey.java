package io.modernize.cmdb.inventory.files.batch;

import io.modernize.cmdb.inventory.Sha256;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * The facts about a file that its bytes tell without decoding, in one pass: the SHA-256, whether the bytes are valid
 * UTF-8, whether Windows-1252 defines each of them, and how many are control characters.
 */
final class ByteSurvey {
    /**
     * The number of bytes in which control characters that text does not use are counted. A binary file shows itself
     * early.
     */
    private static final int CONTROL_WINDOW = 65_536;

    /** The number of control characters below which a stray one is a defect of one row. */
    private static final int CONTROLS_TOLERATED = 8;

    private static final int CONTROLS_PERCENT = 5;
    private static final int OPENING_BYTES = 8;

    private final MessageDigest digest = Sha256.digest();
    private final byte[] opening = new byte[OPENING_BYTES];
    private long size;
    private long line = 1;
    private int controls;
    private long firstInvalidUtf8Line;
    private long invalidUtf8;
    private long multibyteUtf8;
    private long firstUndefinedWindows1252Line;

    private int continuationBytes;
    private int continuationMin;
    private int continuationMax;

    void add(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
        for (int at = offset; at < offset + length; at++) {
            int value = Byte.toUnsignedInt(bytes[at]);
            if (size < OPENING_BYTES) {
                opening[(int) size] = bytes[at];
            }
            if (size < CONTROL_WINDOW && isControl(value)) {
                controls++;
            }
            size++;
            checkUtf8(value);
            checkWindows1252(value);
            if (value == '\n') {
                line++;
            }
        }
    }

    void end() {
        if (continuationBytes > 0) {
            invalid();
        }
    }

    long size() {
        return size;
    }

    String sha256Hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    boolean startsWith(int... prefix) {
        if (size < prefix.length) {
            return false;
        }
        for (int at = 0; at < prefix.length; at++) {
            if (Byte.toUnsignedInt(opening[at]) != prefix[at]) {
                return false;
            }
        }
        return true;
    }

    boolean hasTooManyControls() {
        return controls > CONTROLS_TOLERATED && controls * 100L > Math.min(size, CONTROL_WINDOW) * CONTROLS_PERCENT;
    }

    boolean isUtf8() {
        return invalidUtf8 == 0;
    }

    /**
     * Whether some byte is not UTF-8, although most others beyond ASCII are. No other encoding looks like that by
     * chance.
     */
    boolean isDamagedUtf8() {
        return invalidUtf8 > 0 && multibyteUtf8 >= invalidUtf8;
    }

    boolean isWindows1252() {
        return firstUndefinedWindows1252Line == 0;
    }

    long firstInvalidUtf8Line() {
        return firstInvalidUtf8Line;
    }

    long firstUndefinedWindows1252Line() {
        return firstUndefinedWindows1252Line;
    }

    private static boolean isControl(int value) {
        return value < 0x09 || (value > 0x0D && value < 0x20);
    }

    private void checkUtf8(int value) {
        if (continuationBytes > 0) {
            if (value >= continuationMin && value <= continuationMax) {
                continuationMin = 0x80;
                continuationMax = 0xBF;
                continuationBytes--;
                if (continuationBytes == 0) {
                    multibyteUtf8++;
                }
                return;
            }
            invalid();
        }
        if (value < 0x80) {
            return;
        }
        // Ranges of the second byte keep out overlong forms, surrogates and what lies beyond U+10FFFF.
        if (value >= 0xC2 && value <= 0xDF) {
            expect(1, 0x80, 0xBF);
        } else if (value >= 0xE0 && value <= 0xEF) {
            expect(2, value == 0xE0 ? 0xA0 : 0x80, value == 0xED ? 0x9F : 0xBF);
        } else if (value >= 0xF0 && value <= 0xF4) {
            expect(3, value == 0xF0 ? 0x90 : 0x80, value == 0xF4 ? 0x8F : 0xBF);
        } else {
            invalid();
        }
    }

    private void expect(int bytes, int min, int max) {
        continuationBytes = bytes;
        continuationMin = min;
        continuationMax = max;
    }

    private void invalid() {
        continuationBytes = 0;
        invalidUtf8++;
        if (firstInvalidUtf8Line == 0) {
            firstInvalidUtf8Line = line;
        }
    }

    private void checkWindows1252(int value) {
        boolean undefined = value == 0x81 || value == 0x8D || value == 0x8F || value == 0x90 || value == 0x9D;
        if (undefined && firstUndefinedWindows1252Line == 0) {
            firstUndefinedWindows1252Line = line;
        }
    }
}
